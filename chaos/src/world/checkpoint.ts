import pg from 'pg';

/**
 * Has PostgreSQL write down what it has. It does so every five minutes; a shop that has just been opened would come back
 * from a kill as slowly as no other: by doing all of its opening again, thousands of files.
 */
export async function checkpoint(serverUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query('checkpoint');
  } finally {
    await client.end();
  }
}
