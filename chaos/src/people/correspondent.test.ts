import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { ShopClient } from '@souk/client/shop-client';
import { ClearCartDocument } from '@souk/schema/generated/graphql';
import { Journal } from '../journal/journal.js';
import { readJournal } from '../journal/read-journal.js';
import { wishesOf } from '../journal/wishes.js';
import { Random } from '../random.js';
import { Correspondent } from './correspondent.js';
import { KeptDoor } from './doors.js';
import { LoadFigures } from './load-figures.js';
import { sendInManner } from './manners.js';
import { Patience } from './patience.js';

type Reply = 'cut' | 'silence' | object;

const done = { data: { clearCart: { replayed: false, cart: { id: 'c', totalQuantity: 0 }, userErrors: [] } } };
const failed = (code: string) => ({ data: { clearCart: null }, errors: [{ message: '', extensions: { code } }] });

let folder: string;
let journal: Journal;
let patience: Patience;
let figures: LoadFigures;
let shop: Server;
let asked: { variables: { input: { idempotencyKey: string } } }[];
let replies: Reply[];
let entered: number;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'souk-people-'));
  journal = await Journal.create(join(folder, 'journal.jsonl'));
  [patience, figures, asked, replies, entered] = [new Patience(), new LoadFigures(), [], [], 0];
  shop = createServer(async (request, response) => {
    asked.push((await json(request)) as (typeof asked)[number]);
    const reply = replies.length > 1 ? replies.shift() : replies[0];
    if (reply === 'cut') response.destroy();
    else if (reply !== 'silence') response.end(JSON.stringify(reply));
  }).listen(0, '127.0.0.1');
  await once(shop, 'listening');
});
afterEach(async () => {
  shop.closeAllConnections();
  shop.close();
  await journal.close();
  await rm(folder, { recursive: true });
});

function somebody(): Correspondent {
  const url = `http://127.0.0.1:${(shop.address() as AddressInfo).port}`;
  const door = new KeptDoor(async () => {
    entered += 1;
    return new ShopClient(url, 'token');
  });
  return new Correspondent({ person: 'ann', door, journal, random: new Random('1'), patience, figures });
}

const wish = {
  id: 'w',
  operation: 'clearCart',
  yields: 'cart' as const,
  key: 'one-and-the-same-key',
  document: ClearCartDocument,
  variables: { input: { idempotencyKey: 'one-and-the-same-key' } },
};

async function written() {
  return wishesOf(await readJournal(join(folder, 'journal.jsonl')));
}

test('what gets no answer, or a busy one, is asked for again with the same key until the shop has decided', async () => {
  replies = ['cut', failed('SERVICE_UNAVAILABLE'), failed('IDEMPOTENCY_IN_PROGRESS'), done];
  expect(await somebody().insist(wish)).toMatchObject({ outcome: 'ACKNOWLEDGED' });
  expect(asked.map(({ variables }) => variables.input.idempotencyKey)).toEqual(Array(4).fill(wish.key));
  const [only] = await written();
  expect(only).toMatchObject({ id: 'w', fate: 'ACKNOWLEDGED' });
  expect(only?.sendings.map(({ answer }) => answer?.outcome)).toEqual([
    'UNKNOWN',
    'UNKNOWN',
    'UNKNOWN',
    'ACKNOWLEDGED',
  ]);
});

test('a refusal is taken for an answer', async () => {
  replies = [failed('CONFLICT')];
  expect(await somebody().insist(wish)).toEqual({ outcome: 'REFUSED', code: 'CONFLICT' });
  expect(asked).toHaveLength(1);
});

test('who is not known any more comes in anew', async () => {
  replies = [failed('UNAUTHENTICATED'), done];
  expect(await somebody().insist(wish)).toMatchObject({ outcome: 'ACKNOWLEDGED' });
  expect(asked).toHaveLength(2);
  expect(entered).toBe(2);
});

test('who cuts the connection does not know what came of it', async () => {
  replies = ['silence'];
  expect(await somebody().send(wish, 30)).toMatchObject({ outcome: 'UNKNOWN', code: 'TimeoutError' });
  expect((await written())[0]).toMatchObject({ fate: 'UNKNOWN' });
});

test('when patience is over nobody asks again', async () => {
  replies = ['cut'];
  patience.end();
  expect((await somebody().insist(wish)).outcome).toBe('UNKNOWN');
  expect(asked).toHaveLength(1);
});

test('a double click is one wish that is sent several times at once', async () => {
  replies = [done];
  const random = new Random('clicks');
  await sendInManner({ random }, somebody(), wish, 'DOUBLE');
  expect(asked.length).toBeGreaterThan(1);
  expect(await written()).toHaveLength(1);
});

test('who is absent asks once, who is impatient asks again', async () => {
  replies = ['silence'];
  await sendInManner({ random: new Random('1') }, somebody(), wish, 'ABSENT');
  expect(asked.length).toBeLessThanOrEqual(1);
  replies = ['silence', done];
  const verdict = await sendInManner({ random: new Random('1') }, somebody(), wish, 'IMPATIENT');
  expect(verdict.outcome).toBe('ACKNOWLEDGED');
});
