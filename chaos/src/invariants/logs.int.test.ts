import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { TestShop } from '../../test/test-shop.js';
import type { RunRecord } from '../run-record.js';
import { noDeadlocks } from './no-deadlocks.js';
import { passwordMark } from './password-mark.js';
import { processesLiveAndKeepSecrets } from './processes-live-and-keep-secrets.js';

let shop: TestShop;
let logs: string;

beforeAll(async () => {
  shop = await TestShop.open('orders');
}, 60_000);
afterAll(() => shop.close());
beforeEach(async () => {
  logs = await mkdtemp(join(tmpdir(), 'souk-logs-'));
  await log('orders', 'Ready.', 'A subgraph answers again, after 1700000000000 ms.');
  await log('postgres', 'checkpoint complete');
});
afterEach(() => rm(logs, { recursive: true }));

const log = (name: string, ...lines: string[]) => writeFile(join(logs, `${name}.log`), `${lines.join('\n')}\n`);

async function sentences(record: Partial<RunRecord> = {}) {
  const customer = { email: 'customer@souk.example', password: 'a-demo-password' };
  const signIns = { customer, manager: customer, admin: customer };
  const scene = shop.scene({ world: { logs, signIns }, record });
  return (await processesLiveAndKeepSecrets.check(scene)).breaches.map(({ sentence }) => sentence);
}

test('quiet logs hold', async () => {
  expect(await sentences()).toEqual([]);
  const { looked } = await processesLiveAndKeepSecrets.check(shop.scene({ world: { logs } }));
  expect(looked).toEqual({ 'ends of processes': 0, logs: 2, 'lines of logs': 3 });
});

test('a process that ended by itself is found; one that the plan ended is not', async () => {
  const end = { process: 'orders', at: 0, how: 'exit 1', isPlanned: false };
  expect(await sentences({ processEnds: [end, { ...end, isPlanned: true }] })).toEqual([
    'orders ended by itself: exit 1.',
  ]);
});

test.each([
  [
    'a rejection that nobody handled',
    '[UnhandledPromiseRejection: This error originated…]',
    'a failure that nobody handled',
  ],
  ['a full heap', 'FATAL ERROR: Reached heap limit Allocation failed', 'a failure that nobody handled'],
  ['a password of somebody', `{"password":"${passwordMark}1"}`, 'a password'],
  ['a password of staff', 'signing in with a-demo-password', 'a password'],
  ['a token', 'Bearer eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJlLXRoYXQ', 'a token'],
  ['a key of the provider', 'sk_test_51abcdefgh', "the provider's key"],
  ['a private key', '-----BEGIN PRIVATE KEY-----', 'a private key'],
  ['a card number', 'card 4242 4242 4242 4242 declined', 'a card number'],
])('%s in a log is found', async (_what, line, sentence) => {
  await log('payments', line);
  expect(await sentences()).toEqual([expect.stringContaining(sentence)]);
});

test('what is found is not repeated', async () => {
  await log('payments', `{"password":"${passwordMark}1"}`);
  const { breaches } = await processesLiveAndKeepSecrets.check(shop.scene({ world: { logs } }));
  expect(JSON.stringify(breaches)).not.toContain(passwordMark);
});

test.each(['4242424242424241', '01a2182e-a620-7161-990f-31a118c19501', '42424242424242424242'])(
  'the number %s is no card',
  async (number) => {
    await log('payments', `order ${number}`);
    expect(await sentences()).toEqual([]);
  },
);

test('a deadlock in the log of PostgreSQL is found', async () => {
  const scene = shop.scene({ world: { logs } });
  const { breaches, looked } = await noDeadlocks.check(scene);
  expect(breaches).toEqual([]);
  expect(looked).toEqual({ 'lines of its log': 1, databases: 1 });
  await log('postgres', '[71] orders ERROR:  deadlock detected');
  expect((await noDeadlocks.check(scene)).breaches).toHaveLength(1);
});
