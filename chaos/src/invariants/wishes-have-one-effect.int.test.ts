import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { newId } from '@souk/kit/domain';
import { entriesOf } from '../../test/journal.js';
import { writeOrder } from '../../test/orders.js';
import { aggregate, TestShop } from '../../test/test-shop.js';
import type { JournalEntry, Outcome } from '../journal/entry.js';
import { wishesHaveOneEffect } from './wishes-have-one-effect.js';

let shop: TestShop;

beforeAll(async () => {
  shop = await TestShop.open('orders', 'inventory', 'payments');
}, 60_000);
afterAll(() => shop.close());
beforeEach(async () => {
  await shop.execute('orders', 'truncate orders cascade');
  await shop.execute('inventory', 'truncate stock_movement');
});

function wanted(key: string, outcomes: Outcome[], { mark = key, id = '', at = 0 } = {}): JournalEntry[] {
  const content = { contactEmail: `${mark}@chaos.example`, idempotencyKey: key };
  return entriesOf({
    wish: mark,
    operation: 'placeOrder',
    key,
    content,
    outcomes,
    code: 'X',
    result: { order: { id } },
    at,
  });
}

const orderFor = (mark: string) => writeOrder(shop, { email: `${mark}@chaos.example` });

async function findings(...journal: JournalEntry[]) {
  return wishesHaveOneEffect.check(shop.scene({ journal }));
}

async function sentences(...journal: JournalEntry[]) {
  return (await findings(...journal)).breaches.map(({ sentence }) => sentence);
}

test('what was acknowledged and is there, refused and is not, or unknown and either, holds', async () => {
  const id = await orderFor('placed');
  const unknown = await orderFor('unknown-there');
  expect(unknown).not.toBe(id);
  const { breaches, looked, remarks, figures } = await findings(
    ...wanted('placed', ['UNKNOWN', 'ACKNOWLEDGED', 'ACKNOWLEDGED'], { id }),
    ...wanted('placed', ['REFUSED'], { mark: 'placed.other' }),
    ...wanted('refused', ['REFUSED']),
    ...wanted('unknown-there', ['UNKNOWN']),
    ...wanted('unknown-not', ['UNKNOWN', 'REFUSED']),
  );
  expect(breaches).toEqual([]);
  expect(looked).toEqual({ 'orders wanted': 5, adjustStock: 0, refundPayment: 0, cancelOrder: 0 });
  expect(remarks).toEqual(['2 orders whose answer nobody heard: 1 are there, 1 are not.']);
  expect(figures).toEqual({ unknownThere: 1, unknownAbsent: 1 });
});

test('an order that is asked for long after the last fault, and never decided, is found', async () => {
  const at = 16_000;
  expect(
    await sentences(
      ...wanted('locked-out', ['UNKNOWN', 'UNKNOWN', 'UNKNOWN'], { at }),
      ...wanted('too-early', ['UNKNOWN', 'UNKNOWN', 'UNKNOWN'], { at: 14_000 }),
      ...wanted('decided', ['UNKNOWN', 'UNKNOWN', 'UNKNOWN', 'REFUSED'], { at }),
      ...wanted('cut-off', ['UNKNOWN'], { at }),
    ),
  ).toEqual(['placeOrder locked-out was asked for until the end, and never decided.']);
});

test('an acknowledged order that is not there is found', async () => {
  expect(await sentences(...wanted('lost', ['ACKNOWLEDGED']))).toEqual([
    'placeOrder lost was acknowledged and is not there.',
  ]);
});

test('an order that was placed twice with one key is found', async () => {
  const id = await orderFor('twice');
  await orderFor('twice');
  expect(await sentences(...wanted('twice', ['ACKNOWLEDGED'], { id }))).toEqual(['placeOrder twice had 2 effects.']);
});

test('an order that was refused and is there is found', async () => {
  await orderFor('refused');
  expect(await sentences(...wanted('refused', ['REFUSED']))).toEqual([
    'placeOrder refused was refused (X) and is there.',
  ]);
});

test('a key that served two contents is found', async () => {
  const [first, other] = [await orderFor('key'), await orderFor('key.other')];
  const journal = [
    ...wanted('key', ['ACKNOWLEDGED'], { id: first }),
    ...wanted('key', ['ACKNOWLEDGED'], { mark: 'key.other', id: other }),
  ];
  expect(await sentences(...journal)).toEqual(['Key key had 2 effects.']);
});

test('who is told of another order than is there is found', async () => {
  await orderFor('told');
  expect(await sentences(...wanted('told', ['ACKNOWLEDGED'], { id: newId() }))).toEqual([
    'placeOrder told was told of another order than is there.',
  ]);
});

test('a cancellation that was acknowledged and did not last is found', async () => {
  const orderId = await orderFor('kept');
  const wish = { operation: 'cancelOrder', content: { orderId }, outcomes: ['ACKNOWLEDGED' as const] };
  expect(await sentences(...entriesOf(wish))).toEqual([
    `The cancellation of order ${orderId} was acknowledged, and it is COMPLETED.`,
  ]);
});

test('a correction of stock that was booked twice is found', async () => {
  const [variant, warehouse] = [newId(), newId()];
  await shop.insert('inventory', 'warehouse', { id: warehouse, code: warehouse, name: 'W', priority: 1 });
  await shop.insert('inventory', 'variant', { id: variant, sku: 'S' });
  await shop.insert('inventory', 'stock_level', { ...aggregate(), variant_id: variant, warehouse_id: warehouse });
  const movement = { variant_id: variant, warehouse_id: warehouse, kind: 'ADJUSTED', quantity: 1, on_hand_after: 1 };
  for (const cause of ['one', 'two'])
    await shop.insert('inventory', 'stock_movement', {
      ...movement,
      id: newId(),
      cause,
      note: 'count',
      occurred_at: new Date(),
    });
  const wish = {
    operation: 'adjustStock',
    key: 'count',
    content: { note: 'count' },
    outcomes: ['ACKNOWLEDGED' as const],
  };
  expect(await sentences(...entriesOf(wish))).toEqual(['adjustStock count had 2 effects.']);
});
