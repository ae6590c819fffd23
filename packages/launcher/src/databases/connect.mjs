/** Runs the work with a connection to one database of the server that the URL names. */
export async function withConnection(url, database, work) {
  const { default: pg } = await import('pg');
  const target = new URL(url);
  if (database) target.pathname = `/${database}`;
  const client = new pg.Client({ connectionString: target.href });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export function urlFor(serverUrl, { user, password, database }) {
  const url = new URL(serverUrl);
  url.username = user;
  url.password = password;
  url.pathname = `/${database}`;
  return url.href;
}
