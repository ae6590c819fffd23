import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createTransport } from 'nodemailer';

const typescript = new URL('./run-typescript.mjs', import.meta.url).href;
const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const flags = ['--experimental-transform-types', '--no-warnings', '--import', typescript, main];

let stateDirectory: string;
beforeEach(() => {
  stateDirectory = mkdtempSync(join(tmpdir(), 'mail-inbox-'));
});
afterEach(() => rmSync(stateDirectory, { recursive: true }));

interface Listening {
  address?: { port: number };
  smtpAddress: { port: number };
}

async function start(): Promise<{ child: ChildProcess; url: string; smtpPort: number }> {
  const env = { PORT: '0', SMTP_PORT: '0', STATE_DIR: stateDirectory };
  const child = spawn(process.execPath, flags, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: child.stdout })) {
    const { address, smtpAddress } = JSON.parse(line) as Listening;
    if (address) return { child, url: `http://127.0.0.1:${address.port}`, smtpPort: smtpAddress.port };
  }
  throw new Error('The inbox did not start.');
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<unknown> {
  const exited = once(child, 'exit');
  child.kill(signal);
  return (await exited)[0];
}

test('keeps what it accepted when it is killed, and ends with code 0 when it is asked to', async () => {
  const first = await start();
  const transport = createTransport({ host: '127.0.0.1', port: first.smtpPort });
  await transport.sendMail({ from: 'shop@example.com', to: 'one@example.com', subject: 'Kept', text: 'Hello' });
  await end(first.child, 'SIGKILL');
  const second = await start();
  const answer = await fetch(`${second.url}/api/messages`);
  expect(await answer.json()).toMatchObject({ messages: [{ subject: 'Kept' }] });
  expect(await end(second.child, 'SIGTERM')).toBe(0);
});
