import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { apiKey } from './start-carrier.js';

const typescript = new URL('./run-typescript.mjs', import.meta.url).href;
const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const flags = ['--experimental-transform-types', '--no-warnings', '--import', typescript, main];

let stateDirectory: string;
beforeEach(() => {
  stateDirectory = mkdtempSync(join(tmpdir(), 'carrier-emulator-'));
});
afterEach(() => rmSync(stateDirectory, { recursive: true }));

async function start(): Promise<{ child: ChildProcess; url: string }> {
  const env = { PORT: '0', STATE_DIR: stateDirectory, CARRIER_API_KEY: apiKey };
  const child = spawn(process.execPath, flags, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: child.stdout })) {
    const { address } = JSON.parse(line) as { address?: { port: number } };
    if (address) return { child, url: `http://127.0.0.1:${address.port}` };
  }
  throw new Error('The carrier did not start.');
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<unknown> {
  const exited = once(child, 'exit');
  child.kill(signal);
  return (await exited)[0];
}

test('keeps what it answered when it is killed, and ends with code 0 when it is asked to', async () => {
  const to = { name: 'The Recipient', line1: '1 High Street', city: 'Lisbon', postalCode: '1100', countryCode: 'PT' };
  const body = JSON.stringify({ reference: 'an-order', to, weightGrams: 10, service: 'standard' });
  const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' };
  const post = async (url: string) => (await fetch(`${url}/v1/shipments`, { method: 'POST', headers, body })).json();

  const first = await start();
  const made = (await post(first.url)) as { id: string };
  await end(first.child, 'SIGKILL');
  const second = await start();
  expect(await post(second.url)).toMatchObject({ id: made.id });
  expect(await end(second.child, 'SIGTERM')).toBe(0);
});
