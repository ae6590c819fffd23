import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { after, test } from 'node:test';
import { identify, isAlive } from '../src/processes/identity.mjs';
import { query, superuserUrl } from './support/database.mjs';
import { launchServers } from './support/launch.mjs';
import { areGone, eventually, serversOf } from './support/look.mjs';
import { needsLinux } from './support/requires.mjs';
import { removeHome, temporaryFolder, temporaryHome } from './support/temporary-home.mjs';

// Warm starts are quick; only what spoils a home gets one of its own.
const sharedHome = path.join(temporaryFolder(), 'home');
after(() => removeHome(sharedHome));

test('when the launcher is killed, its watchdog stops the servers', async (t) => {
  const home = sharedHome;
  const launcher = launchServers(t, home);
  await launcher.says(/The servers are up/);
  const servers = Object.values(serversOf(home));
  assert.equal(servers.length, 3);
  await launcher.stop('SIGKILL');
  assert.ok(await areGone(servers));
  assert.ok(await eventually(() => fs.readdirSync(path.join(home, 'run/holders')).length === 0));
});

test('a killed watchdog is replaced, and the new one does its work', needsLinux, async (t) => {
  const home = sharedHome;
  const launcher = launchServers(t, home);
  await launcher.says(/The servers are up/);
  const first = watchdogOf(launcher);
  process.kill(first.pid, 'SIGKILL');
  assert.ok(await eventually(() => ![undefined, first.pid].includes(watchdogOf(launcher)?.pid)));
  const servers = Object.values(serversOf(home));
  await launcher.stop('SIGKILL');
  assert.ok(await areGone(servers));
});

test('when launcher and watchdog are killed together, the next launcher takes over', needsLinux, async (t) => {
  const home = sharedHome;
  const launcher = launchServers(t, home);
  await launcher.says(/The servers are up/);
  const servers = serversOf(home);
  // Stopped first, so that it cannot replace its watchdog.
  process.kill(launcher.pid, 'SIGSTOP');
  process.kill(watchdogOf(launcher).pid, 'SIGKILL');
  await launcher.stop('SIGKILL');
  assert.ok(Object.values(servers).every(isAlive));

  const next = launchServers(t, home);
  await next.says(/The servers are up/);
  assert.match(next.output, new RegExp(`PostgreSQL .* already running, process ${servers.postgres.pid}`));
  await next.stop();
  assert.ok(await areGone(Object.values(servers)));
});

test('a killed server comes back at its address with what was in it, and the end of its log is shown', async (t) => {
  const home = sharedHome;
  const launcher = launchServers(t, home);
  await launcher.says(/The servers are up/);
  await query(superuserUrl(home), 'CREATE TABLE kept AS SELECT 1 AS id');
  const before = serversOf(home);
  for (const [name, label] of [
    ['postgres', 'PostgreSQL'],
    ['nats', 'NATS'],
    ['redis', 'Redis'],
  ]) {
    process.kill(before[name].pid, 'SIGKILL');
    await launcher.says(new RegExp(`${label} died and is started again[\\s\\S]* s {2}${label} \\S+ +127`));
    assert.match(launcher.output, new RegExp(`The end of .*${name}\\.log`));
  }
  const after = serversOf(home);
  for (const name of Object.keys(before)) {
    assert.notEqual(after[name].pid, before[name].pid);
    assert.equal(after[name].port, before[name].port);
  }
  assert.deepEqual(await query(superuserUrl(home), 'SELECT id FROM kept'), [{ id: 1 }]);
});

test('records that name an innocent process lead to nobody being signalled', async (t) => {
  const home = sharedHome;
  const first = launchServers(t, home);
  await first.says(/The servers are up/);
  await first.stop();
  const innocent = spawn('sleep', ['300'], { stdio: 'ignore' });
  t.after(() => innocent.kill('SIGKILL'));
  const identity = identify(innocent.pid);
  const stale = { pid: innocent.pid, started: 'another-time' };
  const { redis } = JSON.parse(fs.readFileSync(path.join(home, 'run/ports.json'), 'utf8'));
  write(home, 'run/servers.json', {
    postgres: { ...stale, port: 1 },
    nats: { ...stale, port: 2 },
    redis: { ...stale, port: redis },
  });
  write(home, 'run/lock', stale);
  write(home, 'run/stack.lock', stale);
  write(home, `run/holders/${innocent.pid}.json`, {
    ...stale,
    purpose: 'npm start',
    parts: [{ name: 'router', ...stale }],
  });
  fs.writeFileSync(
    path.join(home, 'data/postgres/postmaster.pid'),
    `${innocent.pid}\n${home}/data/postgres\n1\n1\n\n127.0.0.1\n`,
  );

  const second = launchServers(t, home);
  await second.says(/The servers are up/);
  await second.stop();
  assert.ok(isAlive(identity));
});

test('a deleted state folder is made anew, and servers that nobody remembers are stopped', needsLinux, async (t) => {
  const home = temporaryHome(t);
  const launcher = launchServers(t, home);
  await launcher.says(/The servers are up/);
  const orphans = Object.values(serversOf(home));
  process.kill(launcher.pid, 'SIGSTOP');
  process.kill(watchdogOf(launcher).pid, 'SIGKILL');
  await launcher.stop('SIGKILL');
  fs.rmSync(home, { recursive: true });

  const next = launchServers(t, home);
  await next.says(/The servers are up/);
  assert.match(next.output, /PostgreSQL .* new data/);
  assert.ok(await areGone(orphans));
});

test('state that is deleted under a running launcher does not keep it from stopping its servers', async (t) => {
  const home = temporaryHome(t);
  const launcher = launchServers(t, home);
  await launcher.says(/The servers are up/);
  const servers = Object.values(serversOf(home));
  fs.rmSync(home, { recursive: true, force: true });
  assert.equal(await launcher.stop('SIGINT'), 0);
  assert.ok(await areGone(servers));
});

test('a server that cannot start says why, with the end of its log', async (t) => {
  const home = sharedHome;
  const first = launchServers(t, home);
  await first.says(/The servers are up/);
  await first.stop();
  fs.appendFileSync(path.join(home, 'data/postgres/postgresql.conf'), 'shared_memory_type = nonsense\n');

  const second = launchServers(t, home);
  assert.equal(await second.ended(), 1);
  assert.match(
    second.output,
    /PostgreSQL ended while it started\. The end of .*postgres\.log:[\s\S]*invalid value for parameter "shared_memory_type"/,
  );
});

function watchdogOf(launcher) {
  const children = fs
    .readFileSync(`/proc/${launcher.pid}/task/${launcher.pid}/children`, 'utf8')
    .trim()
    .split(' ')
    .filter(Boolean);
  return children.map((pid) => identify(Number(pid))).find(({ pid }) => titleOf(pid).includes('watchdog-main.mjs'));
}

function titleOf(pid) {
  const file = `/proc/${pid}/cmdline`;
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
}

function write(home, file, value) {
  fs.writeFileSync(path.join(home, file), JSON.stringify(value));
}
