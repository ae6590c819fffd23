import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { openHome } from '../src/home/open-home.mjs';
import { isAlive } from '../src/processes/identity.mjs';
import { talk } from '../src/servers/talk.mjs';
import { Session } from '../src/session/session.mjs';
import { withStack } from '../src/stack/open-stack.mjs';
import { query, subgraphUrl, superuserUrl } from './support/database.mjs';
import { launch, launchServers } from './support/launch.mjs';
import { serversOf } from './support/look.mjs';
import { removeHome, temporaryFolder, temporaryHome } from './support/temporary-home.mjs';

// The servers "of one's own" are those of another home.
const ownersHome = path.join(temporaryFolder(), 'home');
let given;

before(async () => {
  await launchServers(null, ownersHome).says(/The servers are up/);
  const { postgres, nats, redis } = serversOf(ownersHome);
  await query(superuserUrl(ownersHome), "CREATE ROLE tenant LOGIN CREATEDB CREATEROLE PASSWORD 'tenant'");
  await query(superuserUrl(ownersHome), 'CREATE DATABASE unrelated');
  await dropShopDatabases();
  given = {
    DATABASE_URL: `postgres://tenant:tenant@127.0.0.1:${postgres.port}/postgres`,
    NATS_URL: `nats://127.0.0.1:${nats.port}`,
    REDIS_URL: `redis://127.0.0.1:${redis.port}`,
  };
});

after(() => removeHome(ownersHome));

test('given servers are used as they are, and are neither stopped nor copied', async (t) => {
  const home = temporaryHome(t);
  const launcher = launchServers(t, home, given);
  await launcher.says(/The servers are up/);
  for (const variable of Object.keys(given)) assert.match(launcher.output, new RegExp(`given by ${variable}`));
  assert.equal(fs.existsSync(path.join(home, 'run/servers.json')), false);
  assert.equal(await launcher.stop('SIGINT'), 0);
  for (const server of Object.values(serversOf(ownersHome))) assert.ok(isAlive(server));
  assert.equal(
    (await query(superuserUrl(ownersHome), "SELECT FROM pg_database WHERE datname = 'unrelated'")).length,
    1,
  );
});

test('tests run on servers of their own and leave alone what is in the given ones', async (t) => {
  await launchServers(t, temporaryHome(t), given).says(/The servers are up/);
  const orders = superuserUrl(ownersHome).replace(/postgres$/, 'souk_orders');
  await query(orders, 'CREATE TABLE kept AS SELECT 1 AS id');
  await askRedis('SELECT 1', 'SET kept yes');

  const testServers = launch(t, { command: 'test-servers', home: temporaryHome(t), environment: given });
  await testServers.says(/The test servers are up/);
  assert.doesNotMatch(testServers.output, /given by/);
  await startForJourneys(t, given);
  assert.deepEqual(await query(orders, 'SELECT id FROM kept'), [{ id: 1 }]);
  assert.match(await askRedis('SELECT 1', 'GET kept'), /yes/);
});

test('a role that may create databases and roles is enough, and its databases work', async (t) => {
  const home = temporaryHome(t);
  await launchServers(t, home, given).says(/The servers are up/);
  const owner = subgraphUrl(home, 'catalog', 'owner', given.DATABASE_URL);
  const app = subgraphUrl(home, 'catalog', 'app', given.DATABASE_URL);
  await query(owner, 'CREATE TABLE things (id int PRIMARY KEY, name text)');
  await query(app, "INSERT INTO things VALUES (1, 'carpet')");
  assert.deepEqual(await query(app, "SELECT name FROM things WHERE similarity(name, 'carpett') > 0.3"), [
    { name: 'carpet' },
  ]);
  await query(owner, 'DROP TABLE things');
});

test('each server that is given but does not answer is a plain error at once', async (t) => {
  const home = temporaryHome(t);
  const launcher = launchServers(t, home, {
    DATABASE_URL: 'postgres://someone:secret@127.0.0.1:1/shop',
    NATS_URL: 'nats://127.0.0.1:1',
    REDIS_URL: 'redis://127.0.0.1:1',
  });
  assert.equal(await launcher.ended(), 1);
  for (const [variable, label] of [
    ['DATABASE_URL', 'PostgreSQL'],
    ['NATS_URL', 'NATS'],
    ['REDIS_URL', 'Redis'],
  ]) {
    assert.match(launcher.output, new RegExp(`${variable} is set, but ${label} does not answer at .*ECONNREFUSED`));
  }
  assert.doesNotMatch(launcher.output, /secret/);
  assert.doesNotMatch(launcher.output, / at .*\.mjs:/, 'no stack is shown');
});

test('a port that speaks another protocol is not taken for the server', async (t) => {
  const home = temporaryHome(t);
  const launcher = launchServers(t, home, {
    ...given,
    NATS_URL: given.REDIS_URL.replace('redis', 'nats'),
    REDIS_URL: given.NATS_URL.replace('nats', 'redis'),
  });
  assert.equal(await launcher.ended(), 1);
  assert.match(launcher.output, /NATS_URL is set, but NATS does not answer/);
  assert.match(launcher.output, /REDIS_URL is set, but Redis does not answer/);
});

test('a wrong password and an address that is no URL are plain errors', async (t) => {
  const wrong = launchServers(t, temporaryHome(t), {
    ...given,
    DATABASE_URL: given.DATABASE_URL.replace('tenant:tenant', 'tenant:wrong'),
  });
  assert.equal(await wrong.ended(), 1);
  assert.match(wrong.output, /DATABASE_URL is set, but PostgreSQL does not answer at .*password authentication failed/);
  const senseless = launchServers(t, temporaryHome(t), { ...given, REDIS_URL: 'somewhere' });
  assert.equal(await senseless.ended(), 1);
  assert.match(senseless.output, /REDIS_URL is not a URL/);
});

test('a role that may not create databases is told so', async (t) => {
  await query(superuserUrl(ownersHome), "CREATE ROLE guest LOGIN PASSWORD 'guest'");
  const launcher = launchServers(t, temporaryHome(t), {
    ...given,
    DATABASE_URL: given.DATABASE_URL.replace('tenant:tenant', 'guest:guest'),
  });
  assert.equal(await launcher.ended(), 1);
  assert.match(
    launcher.output,
    /PostgreSQL refuses to prepare the databases: permission denied.*\n.*CREATEDB CREATEROLE/,
  );
});

/** Empties and starts the servers as the journeys of `npm test` do. */
async function startForJourneys(t, environment) {
  const variables = { ...environment, SOUK_HOME: temporaryHome(t) };
  Object.assign(process.env, variables);
  const session = new Session(openHome('test'), 'a test');
  try {
    await withStack(session, { seed: 'none', only: 'servers', isForTests: true }, () => {});
  } finally {
    for (const name of Object.keys(variables)) delete process.env[name];
    await session.close();
  }
}

async function askRedis(...commands) {
  const { hostname, port } = new URL(given.REDIS_URL);
  const word = `${[...commands, 'ECHO end'].join('\r\n')}\r\n`;
  const { match } = await talk({ host: hostname, port: Number(port), word, pattern: /[\s\S]*end\r\n/ });
  return match[0];
}

async function dropShopDatabases() {
  const url = superuserUrl(ownersHome);
  const databases = await query(url, "SELECT datname FROM pg_database WHERE datname LIKE 'souk\\_%'");
  for (const { datname } of databases) await query(url, `DROP DATABASE ${datname}`);
  const roles = await query(url, "SELECT rolname FROM pg_roles WHERE rolname LIKE 'souk\\_%'");
  for (const { rolname } of roles) await query(url, `DROP ROLE ${rolname}`);
}
