import fs from 'node:fs';
import path from 'node:path';
import { urlFor, withConnection } from '../../src/databases/connect.mjs';
import { databaseOf } from '../../src/databases/database-names.mjs';

/** The superuser's address of a home's PostgreSQL. */
export function superuserUrl(home) {
  const { port } = JSON.parse(fs.readFileSync(path.join(home, 'run/servers.json'), 'utf8')).postgres;
  const password = fs.readFileSync(path.join(home, 'data/postgres.password'), 'utf8');
  return `postgres://souk:${password}@127.0.0.1:${port}/postgres`;
}

/** The address of a subgraph's database for one of its two roles. */
export function subgraphUrl(home, name, role, serverUrl = superuserUrl(home)) {
  const { databasePasswords } = JSON.parse(fs.readFileSync(path.join(home, 'secrets.json'), 'utf8'));
  const names = databaseOf(name);
  return urlFor(serverUrl, { user: names[role], password: databasePasswords[name][role], database: names.database });
}

export function query(url, text, values) {
  return withConnection(url, null, async (client) => (await client.query(text, values)).rows);
}
