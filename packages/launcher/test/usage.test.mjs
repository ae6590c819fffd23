import assert from 'node:assert/strict';
import { test } from 'node:test';
import { launch } from './support/launch.mjs';

test('commands tell how they are used, and start nothing meanwhile', async (t) => {
  for (const [command, pattern] of [
    ['start', /npm start -- --seed none/],
    ['dev', /whenever a source changes/],
    ['test', /npm test -- types unit[\s\S]*launcher/],
    ['test-servers', /test-servers\.mjs --detach/],
  ]) {
    const launcher = launch(t, { command, args: ['--help'] });
    assert.equal(await launcher.ended(), 0);
    assert.match(launcher.output, pattern);
    assert.doesNotMatch(launcher.output, /\d s {2}/);
  }
});
