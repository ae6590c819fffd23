import crypto from 'node:crypto';
import { withConnection } from './connect.mjs';
import { databaseNames, databaseOf, extensions } from './database-names.mjs';
import { explainRefusal } from './explain-refusal.mjs';
import { grantAccess } from './grants.mjs';
import { createRoles } from './roles.mjs';

// Raise it when a database must be prepared differently.
const layout = 1;

/**
 * Makes sure that each subgraph has its database, its owner and its app role. What bears the right mark is
 * left alone, so that a warm start asks one question only. Gives back how many had to be prepared.
 */
export function createDatabases(serverUrl, passwords) {
  const plans = databaseNames.map((name) => planOf(name, passwords[name]));
  return withConnection(serverUrl, null, async (server) => {
    // Two launchers may get here at once. The lock goes with the connection.
    await server.query("SELECT pg_advisory_lock(hashtext('souk databases'))");
    const marks = await readMarks(server);
    const missing = plans.filter(({ database, mark }) => marks.get(database) !== mark);
    for (const plan of missing) await createOne(server, plan, marks.has(plan.database));
    await Promise.all(missing.map((plan) => prepareOne(serverUrl, plan)));
    return missing.length;
  }).catch(explainRefusal);
}

async function createOne(server, plan, exists) {
  await createRoles(server, plan);
  if (!exists) await server.query(`CREATE DATABASE ${plan.database} OWNER ${plan.owner}`);
}

function prepareOne(serverUrl, plan) {
  return withConnection(serverUrl, plan.database, async (client) => {
    await grantAccess(client, plan);
    await createExtensions(client, plan);
    await client.query(`COMMENT ON DATABASE ${plan.database} IS '${plan.mark}'`);
  });
}

// All of them are trusted extensions: a database's owner may create them, if the server has them at all.
async function createExtensions(client, { owner }) {
  await client.query(`SET ROLE ${owner}`);
  for (const extension of extensions) {
    await client.query(`CREATE EXTENSION IF NOT EXISTS ${extension} WITH SCHEMA public`);
  }
  await client.query('RESET ROLE');
}

async function readMarks(server) {
  const { rows } = await server.query(
    "SELECT datname, shobj_description(oid, 'pg_database') AS mark FROM pg_database WHERE datname LIKE 'souk\\_%'",
  );
  return new Map(rows.map(({ datname, mark }) => [datname, mark]));
}

// Random passwords of 24 bytes cannot be guessed from their hash.
function planOf(name, passwords) {
  const text = JSON.stringify([layout, extensions, passwords]);
  const hash = crypto.createHash('sha256').update(text).digest('hex').slice(0, 32);
  return { ...databaseOf(name), passwords, mark: `souk ${hash}` };
}
