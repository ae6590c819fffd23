import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { after, test } from 'node:test';
import { withLock } from '../src/home/lock.mjs';
import { portFor } from '../src/home/ports.mjs';
import { isAlive } from '../src/processes/identity.mjs';
import { launch, launchServers } from './support/launch.mjs';
import { areGone, eventually, serversOf } from './support/look.mjs';
import { removeHome, temporaryFolder, temporaryHome } from './support/temporary-home.mjs';

const sharedHome = path.join(temporaryFolder(), 'home');
after(() => removeHome(sharedHome));

test('two launchers that start at once share the servers; the last one to leave stops them', async (t) => {
  const home = sharedHome;
  const [one, other] = [1, 2].map(() => launch(t, { command: 'test-servers', home }));
  await Promise.all([one.says(/The test servers are up/), other.says(/The test servers are up/)]);
  const servers = Object.values(serversOf(home));
  assert.match(one.output + other.output, /already running, process/);

  assert.equal(await one.stop('SIGINT'), 0);
  assert.match(one.output, /The servers stay up for test-servers/);
  assert.ok(servers.every(isAlive));
  assert.equal(await other.stop('SIGINT'), 0);
  assert.ok(await areGone(servers));
});

test('a launcher that is killed does not take the servers from one that uses them', async (t) => {
  const home = sharedHome;
  const [one, other] = [1, 2].map(() => launch(t, { command: 'test-servers', home }));
  await Promise.all([one.says(/The test servers are up/), other.says(/The test servers are up/)]);
  const servers = Object.values(serversOf(home));
  await one.stop('SIGKILL');
  const log = path.join(home, 'log/watchdog.log');
  assert.ok(await eventually(() => fs.readFileSync(log, 'utf8').includes(' stopped')));
  assert.ok(servers.every(isAlive));
  await other.stop();
  assert.ok(await areGone(servers));
});

test('a second npm start in the same home says where the first one runs', async (t) => {
  const home = sharedHome;
  const first = launchServers(t, home);
  await first.says(/The servers are up/);
  const second = launchServers(t, home);
  assert.equal(await second.ended(), 1);
  assert.match(second.output, new RegExp(`Souk already runs from this folder at \\S+ \\(process ${first.pid}\\)`));
  assert.ok(Object.values(serversOf(home)).every(isAlive));
});

test('test servers run in the background until they are stopped, and end with their input in the foreground', async (t) => {
  const home = temporaryHome(t);
  try {
    await detachTwice(t, home);
    const servers = Object.values(serversOf(home));
    const foreground = launch(t, { command: 'test-servers', home });
    await foreground.says(/The test servers are up/);
    foreground.child.stdin.end();
    assert.equal(await foreground.ended(), 0);
    assert.ok(servers.every(isAlive));
    assert.equal(await launch(t, { command: 'test-servers', args: ['--stop'], home }).ended(), 0);
    assert.ok(await areGone(servers));
  } finally {
    await launch(t, { command: 'test-servers', args: ['--stop'], home }).ended();
  }
});

test('of many that want a lock left by a dead process, one at a time gets it', async (t) => {
  const folder = temporaryFolder();
  t.after(() => fs.rmSync(folder, { recursive: true }));
  const file = path.join(folder, 'lock');
  fs.writeFileSync(file, JSON.stringify({ pid: process.pid, started: 'another-time' }));
  let inside = 0;
  const turns = Array.from({ length: 20 }, () =>
    withLock(file, async () => {
      inside += 1;
      assert.equal(inside, 1);
      await new Promise(setImmediate);
      inside -= 1;
    }),
  );
  await Promise.all(turns);
  assert.deepEqual(fs.readdirSync(folder), []);
});

async function detachTwice(t, home) {
  const first = launch(t, { command: 'test-servers', args: ['--detach'], home });
  assert.equal(await first.ended(), 0);
  assert.match(
    first.output,
    /export TEST_DATABASE_URL='postgres:.*\nexport TEST_REDIS_URL='redis:.*\nexport TEST_NATS_SERVER='\/.*'/,
  );
  assert.match(fs.readFileSync(path.join(home, 'run/test.env'), 'utf8'), /^TEST_DATABASE_URL='postgres:/);
  const second = launch(t, { command: 'test-servers', args: ['--detach'], home });
  assert.equal(await second.ended(), 0);
  assert.equal(second.output, first.output);
}

// Claims are a thing of Linux.
test('two homes that share their ports get different ones, also while nobody listens there yet', {
  skip: process.platform !== 'linux',
}, async (t) => {
  const [one, other] = [1, 2].map(() => ({ run: temporaryFolder(), hash: 'ffffffff' }));
  t.after(() => {
    for (const { run } of [one, other]) fs.rmSync(run, { recursive: true });
  });
  const ports = new URL('../src/home/ports.mjs', import.meta.url);
  const program = `
    const { portFor } = await import(${JSON.stringify(ports)});
    console.log(await portFor(${JSON.stringify(one)}, 'accounts'));
    process.stdin.resume();`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const claimed = Number(String(await once(child.stdout, 'data')));
  assert.notEqual(await portFor(other, 'accounts'), claimed);
  assert.notEqual(await portFor(other, 'cart'), claimed);

  child.stdin.end();
  await once(child, 'exit');
  assert.equal(await portFor(other, 'orders'), claimed);
});
