import assert from 'node:assert/strict';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { after, test } from 'node:test';
import { identify, isAlive } from '../src/processes/identity.mjs';
import { query, superuserUrl } from './support/database.mjs';
import { launchServers } from './support/launch.mjs';
import { areGone, eventually, modeOf, serversOf } from './support/look.mjs';
import { needsLinux } from './support/requires.mjs';
import { removeHome, temporaryFolder, temporaryHome } from './support/temporary-home.mjs';

const sharedHome = path.join(temporaryFolder(), 'home');
after(() => removeHome(sharedHome));

test('a cold start makes everything, a warm one keeps it, and each line says how long it took and how', async (t) => {
  const home = sharedHome;
  const cold = launchServers(t, home);
  await cold.says(/The servers are up/);
  assert.match(
    cold.output,
    /\d\.\d s {2}PostgreSQL 18\S* +127\.0\.0\.1:\d+ +in +\d+\.\d s {2}from node_modules, new data/,
  );
  assert.match(cold.output, /NATS \S+ +127\.0\.0\.1:\d+ +in +\d+\.\d s {2}\S/);
  assert.match(cold.output, /Redis \S+ +127\.0\.0\.1:\d+ +in +\d+\.\d s {2}\S/);
  assert.match(cold.output, /8 databases prepared/);
  const { postgres: first, ...others } = serversOf(home);
  assert.equal(await cold.stop('SIGINT'), 0);
  assert.ok(await areGone([first, ...Object.values(others)]));

  const warm = launchServers(t, home);
  await warm.says(/The servers are up/);
  assert.match(warm.output, /PostgreSQL .* kept data/);
  assert.doesNotMatch(warm.output, /databases prepared/);
  assert.equal(serversOf(home).postgres.port, first.port);
});

test('all state is in the home, and secrets are private', async (t) => {
  const home = sharedHome;
  const launcher = launchServers(t, home);
  await launcher.says(/The servers are up/);
  assert.deepEqual(fs.readdirSync(home).sort(), ['data', 'log', 'run', 'secrets.json']);
  for (const file of ['secrets.json', 'data/postgres.password', 'run/stack.json'])
    assert.equal(modeOf(path.join(home, file)), 0o600, file);
});

test('nothing listens beyond loopback', needsLinux, async (t) => {
  const home = sharedHome;
  await launchServers(t, home).says(/The servers are up/);
  for (const { port } of Object.values(serversOf(home))) assert.deepEqual(addressesListeningOn(port), ['0100007F']);
});

test('a shop forces its data to disk', async (t) => {
  const home = sharedHome;
  await launchServers(t, home).says(/The servers are up/);
  const settings = await query(
    superuserUrl(home),
    "SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums', 'max_connections')",
  );
  assert.deepEqual(Object.fromEntries(settings.map(({ name, setting }) => [name, setting])), {
    data_checksums: 'on',
    fsync: 'on',
    full_page_writes: 'on',
    max_connections: '300',
    synchronous_commit: 'on',
  });
});

test('a remembered port that somebody took is given up for the next free one', async (t) => {
  const home = sharedHome;
  const first = launchServers(t, home);
  await first.says(/The servers are up/);
  const before = serversOf(home);
  await first.stop();
  const intruder = net.createServer().listen(before.redis.port, '127.0.0.1');
  t.after(() => intruder.close());

  const second = launchServers(t, home);
  await second.says(/The servers are up/);
  const after = serversOf(home);
  assert.notEqual(after.redis.port, before.redis.port);
  assert.equal(after.postgres.port, before.postgres.port);
  assert.equal(JSON.parse(fs.readFileSync(path.join(home, 'run/ports.json'))).redis, after.redis.port);
});

test('Ctrl-C during start-up settles what is under way and leaves nothing running', needsLinux, async (t) => {
  for (const moment of [/./, /NATS|Redis|PostgreSQL/]) {
    const home = temporaryHome(t);
    const launcher = launchServers(t, home);
    await Promise.race([launcher.says(moment), eventually(() => fs.existsSync(path.join(home, 'run/servers.json')))]);
    assert.equal(await launcher.stop('SIGINT'), 130);
    assert.deepEqual(processesIn(home), []);
  }
});

test('a second Ctrl-C does not wait', async (t) => {
  const home = sharedHome;
  const launcher = launchServers(t, home);
  await launcher.says(/The servers are up/);
  const servers = Object.values(serversOf(home));
  process.kill(servers[0].pid, 'SIGSTOP');
  launcher.child.kill('SIGINT');
  await launcher.says(/Once more to force/);
  const secondKey = setInterval(() => launcher.child.kill('SIGINT'), 300);
  t.after(() => clearInterval(secondKey));
  assert.equal(await launcher.ended(), 130);
  assert.ok(isAlive(servers[0]), 'the launcher left without waiting for the server');
  process.kill(servers[0].pid, 'SIGCONT');
  assert.ok(await areGone(servers));
});

function addressesListeningOn(port) {
  const suffix = `:${port.toString(16).toUpperCase()}`;
  const files = ['/proc/net/tcp', '/proc/net/tcp6'].filter((file) => fs.existsSync(file));
  const rows = files
    .flatMap((file) => fs.readFileSync(file, 'utf8').split('\n').slice(1))
    .map((line) => line.trim().split(/\s+/));
  return rows
    .filter(([, local, , state]) => state === '0A' && local.endsWith(suffix))
    .map(([, local]) => local.split(':')[0]);
}

function processesIn(home) {
  const pids = fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.filter((pid) => worksIn(pid, home)).map((pid) => identify(Number(pid)));
}

function worksIn(pid, home) {
  try {
    return fs.readlinkSync(`/proc/${pid}/cwd`).startsWith(home);
  } catch (error) {
    if (['ENOENT', 'ESRCH', 'EACCES'].includes(error.code)) return false;
    throw error;
  }
}
