import { withConnection } from './connect.mjs';
import { databaseNames, databaseOf } from './database-names.mjs';

/** Drops the eight databases. Only for a server that belongs to the tests. */
export function dropDatabases(serverUrl) {
  return withConnection(serverUrl, null, async (server) => {
    for (const name of databaseNames)
      await server.query(`DROP DATABASE IF EXISTS ${databaseOf(name).database} WITH (FORCE)`);
  });
}
