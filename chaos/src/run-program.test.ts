import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { runProgram } from './run-program.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'souk-program-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function run(source: string, signal = new AbortController().signal) {
  const file = path.join(folder, 'program.mjs');
  writeFileSync(file, source);
  return runProgram({ file, args: ['x'], environment: {}, signal });
}

test.each([0, 1])('an answer counts when the program ends with %d', async (status) => {
  const source = `console.log(JSON.stringify(process.argv.slice(2))); process.exitCode = ${status};`;
  expect(await run(source)).toEqual(['x']);
});

test.each([
  [`console.error('first'); console.error('The port is taken.'); process.exitCode = 2;`, 'The port is taken.'],
  [`console.error('No goods.'); process.exitCode = 1;`, 'No goods.'],
  ['process.exitCode = 2;', 'It ended with 2 and said nothing.'],
])('without an answer its last words are told: %s', async (source, message) => {
  await expect(run(source)).rejects.toThrow(message);
});

test('it is asked to stop, and has ended when we hear of it', async () => {
  const stopping = new AbortController();
  const running = run(`setInterval(() => {}, 1_000); process.on('SIGTERM', () => process.exit(0));`, stopping.signal);
  stopping.abort(new Error('Stopped.'));
  await expect(running).rejects.toThrow('Stopped.');
});
