import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { createDatabases } from '../src/databases/create-databases.mjs';
import { databaseNames } from '../src/databases/database-names.mjs';
import { query, subgraphUrl, superuserUrl } from './support/database.mjs';
import { launchServers } from './support/launch.mjs';
import { removeHome, temporaryFolder } from './support/temporary-home.mjs';

const home = path.join(temporaryFolder(), 'home');
const secretsFile = path.join(home, 'secrets.json');
const owner = () => subgraphUrl(home, 'orders', 'owner');
const app = () => subgraphUrl(home, 'orders', 'app');

before(() => launchServers(null, home).says(/The servers are up/));
after(() => removeHome(home));

test('every subgraph has a database, reached by its own two roles only', async () => {
  for (const name of databaseNames) {
    assert.deepEqual(await query(subgraphUrl(home, name, 'app'), 'SELECT current_database() AS name'), [
      { name: `souk_${name}` },
    ]);
  }
  const others = subgraphUrl(home, 'payments', 'app').replace(/souk_payments$/, 'souk_orders');
  await assert.rejects(query(others, 'SELECT 1'), /permission denied for database/);
});

test('the app role reads and writes rows of every table the owner makes, and defines nothing', async () => {
  await query(owner(), 'CREATE TABLE parcels (id bigserial PRIMARY KEY, note text)');
  await query(app(), "INSERT INTO parcels (note) VALUES ('first')");
  await query(app(), "UPDATE parcels SET note = 'second'");
  assert.deepEqual(await query(app(), 'SELECT note FROM parcels'), [{ note: 'second' }]);
  await query(app(), 'DELETE FROM parcels');
  for (const statement of [
    'CREATE TABLE mine (id int)',
    'ALTER TABLE parcels ADD extra int',
    'DROP TABLE parcels',
    'TRUNCATE parcels',
    'CREATE SCHEMA mine',
  ]) {
    await assert.rejects(query(app(), statement), /permission denied|must be owner/, statement);
  }
});

test('an owner can make a table append-only for the app role', async () => {
  await query(owner(), 'CREATE TABLE history (id int)');
  await query(owner(), 'REVOKE UPDATE, DELETE ON history FROM souk_orders_app');
  await query(app(), 'INSERT INTO history VALUES (1)');
  await assert.rejects(query(app(), 'UPDATE history SET id = 2'), /permission denied/);
  await assert.rejects(query(app(), 'DELETE FROM history'), /permission denied/);
});

test('the extensions are there and know letters beyond ASCII', async () => {
  const [row] = await query(
    app(),
    "SELECT unaccent('čaj') AS plain, 'É'::citext = 'é'::citext AS same, similarity('čaj', 'ČAJ') AS alike",
  );
  assert.deepEqual(row, { plain: 'caj', same: true, alike: 1 });
});

test('prepared databases are left alone; new passwords are given to the roles that are there', async () => {
  const { databasePasswords } = JSON.parse(fs.readFileSync(secretsFile, 'utf8'));
  assert.equal(await createDatabases(superuserUrl(home), databasePasswords), 0);
  const changed = { ...databasePasswords, cart: { owner: 'new-owner', app: 'new-app' } };
  assert.equal(await createDatabases(superuserUrl(home), changed), 1);
  const url = subgraphUrl(home, 'cart', 'app').replace(databasePasswords.cart.app, 'new-app');
  assert.deepEqual(await query(url, 'SELECT 1 AS one'), [{ one: 1 }]);
});

test('secrets are made once, all different, and the assertion keys belong together', async () => {
  const secrets = JSON.parse(fs.readFileSync(secretsFile, 'utf8'));
  assert.equal(secrets.assertionPrivateKey.x, secrets.assertionPublicKey.x);
  assert.equal(secrets.assertionPublicKey.d, undefined);
  assert.equal(secrets.assertionPublicKey.crv, 'Ed25519');
  assert.equal(Buffer.from(secrets.signingKeySecret, 'base64url').length, 32);
  assert.match(secrets.stripeSecretKey, /^sk_test_\w{20,}$/);
  assert.match(secrets.stripeWebhookSecret, /^whsec_\w{20,}$/);
  const texts = Object.values(secrets).flatMap((value) => (typeof value === 'string' ? value : []));
  assert.equal(new Set(texts).size, texts.length);
  const { openSecrets } = await import('../src/home/secrets.mjs');
  assert.deepEqual(openSecrets({ folder: home }), secrets);
});
