const connectTimeoutMs = 2_000;

/** Signs in and asks for the version. Gives back { version } or { problem }. */
export async function probePostgres(url) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: connectTimeoutMs });
  // A server that goes away while we ask is reported by the query itself.
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query('SHOW server_version');
    return { version: rows[0].server_version };
  } catch (error) {
    return { problem: error.message || error.code, code: error.code };
  } finally {
    await client.end();
  }
}
