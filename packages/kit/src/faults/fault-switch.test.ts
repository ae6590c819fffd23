import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { readFaultConfig } from './config.js';
import { FaultSwitch } from './fault-switch.js';
import { faultPoint, faultPoints } from './index.js';

const point = 'relay.afterPublishBeforeMark';
let folder: string;
let orderFile: string;
let hitsFile: string;
let faults: FaultSwitch;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'souk-faults-'));
  orderFile = join(folder, 'orders.txt');
  hitsFile = join(folder, 'hits.jsonl');
  writeFileSync(orderFile, '');
  faults = new FaultSwitch({ orderFile, hitsFile });
});

afterEach(() => rmSync(folder, { recursive: true }));

function hits(): { point: string; action: string; pid: number }[] {
  const lines = readFileSync(hitsFile, 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line));
}

test('without the harness a fault point does nothing at all', () => {
  expect(readFaultConfig({})).toBeNull();
  for (const each of faultPoints) expect(faultPoint(each)).toBeUndefined();
});

test('nothing happens without an order, nor at another point', async () => {
  await faults.pass(point);
  writeFileSync(orderFile, `${point}=throw`);
  await faults.pass('consumer.afterCommitBeforeAck');
  expect(readFileSync(orderFile, 'utf8')).toBe(`${point}=throw`);
});

test('a point fails once for each order, and writes it down', async () => {
  writeFileSync(orderFile, `${point}=throw`);
  await expect(faults.pass(point)).rejects.toThrow(/fails as it was told/);
  await faults.pass(point);
  writeFileSync(orderFile, `${point}=throw`);
  await expect(faults.pass(point)).rejects.toThrow(/fails as it was told/);
  expect(hits()).toHaveLength(2);
  expect(hits()[0]).toMatchObject({ point, action: 'throw', pid: process.pid });
});

test('a point counts its passes from the order on', async () => {
  await faults.pass(point);
  writeFileSync(orderFile, `${point}=throw@3`);
  await faults.pass(point);
  await faults.pass(point);
  await expect(faults.pass(point)).rejects.toThrow();
});

test('a point waits while everything else goes on', async () => {
  writeFileSync(orderFile, `${point}=stall:100`);
  const began = performance.now();
  await faults.pass(point);
  expect(performance.now() - began).toBeGreaterThanOrEqual(98);
  expect(hits()).toMatchObject([{ action: 'stall' }]);
});

test('what is no order is refused with what would be one', async () => {
  writeFileSync(orderFile, `${point}=explode`);
  await expect(faults.pass(point)).rejects.toThrow(/write point=exit/);
});

test('a point kills its process, after it has written that down and taken its order away', async () => {
  writeFileSync(orderFile, `${point}=exit`);
  const typescript = new URL('../../test/run-typescript.mjs', import.meta.url).href;
  const program = fileURLToPath(new URL('../../test/processes/at-fault-point.ts', import.meta.url));
  const child = spawn(process.execPath, ['--conditions=source', '--import', typescript, program], {
    env: { FAULT_POINTS: orderFile, FAULT_HITS: hitsFile },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk) => {
    said += String(chunk);
  });
  const [status, signal] = await once(child, 'close');
  expect({ status, signal, said }).toEqual({ status: null, signal: 'SIGKILL', said: '' });
  expect(hits()).toMatchObject([{ point, action: 'exit', pid: child.pid }]);
  expect(readFileSync(orderFile, 'utf8')).toBe('');
});
