import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { descendantsOf } from '../src/processes/descendants.mjs';
import { identify, isAlive } from '../src/processes/identity.mjs';
import { poll } from '../src/processes/poll.mjs';
import { spawnDetached } from '../src/processes/spawn-detached.mjs';
import { stopProcess } from '../src/processes/stop-process.mjs';
import { launch } from './support/launch.mjs';
import { stackOf } from './support/part.mjs';
import { temporaryFolder, temporaryHome } from './support/temporary-home.mjs';

test('a part has longer to stop than its 25 s of draining, and is told of when it is killed', async (t) => {
  const home = temporaryHome(t);
  const launcher = launch(t, { command: 'start', home, environment: { SOUK_ONLY: 'stripe-emulator' } });
  await launcher.says(/The shop is open/);
  const part = stackOf(home).processes['stripe-emulator'];
  process.kill(part.pid, 'SIGSTOP');
  const askedAt = performance.now();
  launcher.child.kill('SIGINT');
  const told = new RegExp(`stripe-emulator \\(process ${part.pid}\\) did not stop within 30 s and was killed\\.`);
  await launcher.says(told);
  assert.ok(performance.now() - askedAt > 25_000);
  assert.equal(await launcher.ended(), 0);
  assert.equal(isAlive(part), false);
});

test('what has to be killed is killed with its children, in whatever group, be they frozen', async (t) => {
  const folder = temporaryFolder();
  t.after(() => fs.rmSync(folder, { recursive: true }));
  const child = "require('node:child_process').spawn('sleep', ['300'], { detached: true })";
  const parent = await spawnDetached({
    command: process.execPath,
    args: ['-e', `${child}; setInterval(() => {}, 1000)`],
    workingFolder: folder,
    logFile: path.join(folder, 'log'),
  });
  const [pid] = await poll(() => descendantsOf(parent.pid).length > 0 && descendantsOf(parent.pid), {
    timeoutMs: 5_000,
  });
  const sleeper = identify(pid);
  t.after(() => isAlive(sleeper) && process.kill(sleeper.pid, 'SIGKILL'));
  for (const each of [parent, sleeper]) process.kill(each.pid, 'SIGSTOP');
  await stopProcess(parent, { name: 'the parent', graceMs: 100 });
  assert.equal(isAlive(parent), false);
  assert.ok(await poll(() => !isAlive(sleeper), { timeoutMs: 2_000 }));
});
