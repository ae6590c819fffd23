import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isAlive } from '../src/processes/identity.mjs';
import { launch } from './support/launch.mjs';
import { stackOf } from './support/part.mjs';
import { temporaryHome } from './support/temporary-home.mjs';

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
