import crypto from 'node:crypto';
import { PlainError } from '../plain-error.mjs';
import { withConnection } from './connect.mjs';
import { databaseNames, databaseOf, extensions } from './database-names.mjs';
import { grantAccess } from './grants.mjs';
import { createRoles } from './roles.mjs';

// Raise it when a database must be prepared differently.
const layout = 1;

/**
 * Makes sure that each subgraph has its database, its owner and its app role. What bears the right mark is
 * left alone, so that a warm start asks one question only. Gives back how many had to be prepared.
 */
export async function createDatabases(serverUrl, passwords) {
  return withConnection(serverUrl, null, async (server) => {
    const marks = await readMarks(server);
    const plans = databaseNames.map((name) => ({
      ...databaseOf(name),
      ...markOf(passwords[name]),
      passwords: passwords[name],
    }));
    const missing = plans.filter(({ database, mark }) => marks.get(database) !== mark);
    for (const plan of missing) await createRoles(server, plan).catch(explain);
    const existing = new Set(marks.keys());
    for (const plan of missing) if (!existing.has(plan.database)) await createDatabase(server, plan).catch(explain);
    await Promise.all(missing.map((plan) => prepare(serverUrl, plan).catch(explain)));
    return missing.length;
  });
}

async function createDatabase(server, { database, owner }) {
  await server.query(`CREATE DATABASE ${database} OWNER ${owner}`);
}

function prepare(serverUrl, plan) {
  return withConnection(serverUrl, plan.database, async (client) => {
    await grantAccess(client, plan);
    await createExtensions(client, plan);
    await client.query(`COMMENT ON DATABASE ${plan.database} IS '${plan.mark}'`);
  });
}

// All of them are trusted extensions: a database's owner may create them, if the server has them at all.
async function createExtensions(client, { owner }) {
  await client.query(`SET ROLE ${owner}`);
  for (const extension of extensions)
    await client.query(`CREATE EXTENSION IF NOT EXISTS ${extension} WITH SCHEMA public`);
  await client.query('RESET ROLE');
}

async function readMarks(server) {
  const { rows } = await server.query(
    "SELECT datname, shobj_description(oid, 'pg_database') AS mark FROM pg_database WHERE datname LIKE 'souk\\_%'",
  );
  return new Map(rows.map(({ datname, mark }) => [datname, mark]));
}

// Random passwords of 24 bytes cannot be guessed from their hash.
function markOf(passwords) {
  const text = JSON.stringify([layout, extensions, passwords]);
  return { mark: `souk ${crypto.createHash('sha256').update(text).digest('hex').slice(0, 32)}` };
}

function explain(error) {
  const hints = {
    42501: 'The role of DATABASE_URL must be allowed to create databases and roles (CREATEDB CREATEROLE).',
    '0A000': `The server lacks an extension; it needs ${extensions.join(', ')} (postgresql-contrib).`,
    58000: `The server lacks an extension; it needs ${extensions.join(', ')} (postgresql-contrib).`,
  };
  if (!hints[error.code]) throw error;
  throw new PlainError(`PostgreSQL refuses to prepare the databases: ${error.message}.\n  ${hints[error.code]}`);
}
