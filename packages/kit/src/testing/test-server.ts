import pg from 'pg';

/** The password of every role that tests create. */
export const testPassword = 'test';

/** Works on a database of the test server with all rights, over a connection of its own. */
export async function asAdministrator<Result>(
  url: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The address of a database, for the administrator or for a role that tests created. */
export function urlOf(server: string, database: string, role?: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  if (role) [url.username, url.password] = [role, testPassword];
  return url.href;
}

export function testServerUrl(): string {
  return fromRun('TEST_DATABASE_URL');
}

/** What `npm test` and jest's configuration say to every test. */
export function fromRun(name: 'TEST_DATABASE_URL' | 'TEST_RUN'): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the tests with \`npm test\`.`);
  return value;
}
