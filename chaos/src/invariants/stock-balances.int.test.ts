import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { newId } from '@souk/kit/domain';
import { writeOrder } from '../../test/orders.js';
import { aggregate, TestShop } from '../../test/test-shop.js';
import { stockBalances } from './stock-balances.js';

let shop: TestShop;
let variantId: string;
let warehouseId: string;

beforeAll(async () => {
  shop = await TestShop.open('inventory', 'orders');
}, 60_000);
afterAll(() => shop.close());
beforeEach(async () => {
  await shop.execute(
    'inventory',
    'truncate outbox, stock_movement, stock_unit, reservation_line, reservation, stock_level, variant, warehouse cascade',
  );
  await shop.execute('orders', 'truncate orders cascade');
  [variantId, warehouseId] = [newId(), newId()];
  await shop.insert('inventory', 'warehouse', { id: warehouseId, code: 'W', name: 'W', priority: 1 });
  await shop.insert('inventory', 'variant', { id: variantId, sku: 'S' });
  await shop.insert('inventory', 'stock_level', {
    ...aggregate(),
    variant_id: variantId,
    warehouse_id: warehouseId,
    on_hand: 8,
    reserved: 3,
  });
  await move('RECEIVED', 10);
  await move('SOLD', -2);
  await hold(15);
  await order('CONFIRMED', ['PENDING', 'CONFIRMED', 'PAID'], 3);
  await order('SHIPPED', ['PENDING', 'CONFIRMED', 'PAID', 'SHIPPED'], 2);
  await order('RELEASED', ['PENDING', 'CANCELLED'], 4);
});

async function move(kind: string, quantity: number) {
  await shop.insert('inventory', 'stock_movement', {
    id: newId(),
    variant_id: variantId,
    warehouse_id: warehouseId,
    kind,
    quantity,
    on_hand_after: 10,
    cause: newId(),
    occurred_at: new Date(),
  });
}

/** What inventory says of a hold that it makes now. */
async function hold(minutes: number) {
  const expiresAt = new Date(Date.now() + minutes * 60_000).toISOString();
  await shop.insert('inventory', 'outbox', {
    event_id: newId(),
    aggregate_type: 'inventory.reservation',
    aggregate_id: newId(),
    event_version: 1,
    type: 'inventory.reservation.held.v1',
    payload: JSON.stringify({ expiresAt }),
    headers: '{}',
  });
}

/** An order and what inventory has for it. */
async function order(status: string, history: string[], quantity: number) {
  const orderId = await writeOrder(shop, { history, lines: [{ variantId, quantity }] });
  const id = newId();
  const row = { ...aggregate(id), order_id: orderId, status, expires_at: new Date() };
  await shop.insert('inventory', 'reservation', row);
  await shop.insert('inventory', 'reservation_line', {
    reservation_id: id,
    variant_id: variantId,
    warehouse_id: warehouseId,
    quantity,
  });
}

async function sentences() {
  return (await stockBalances.check(shop.scene())).breaches.map(({ sentence }) => sentence);
}

test('stock that adds up holds, and says how much was looked at', async () => {
  const { breaches, looked } = await stockBalances.check(shop.scene());
  expect(breaches).toEqual([]);
  expect(looked).toEqual({ 'stock levels': 1, movements: 2, orders: 3 });
});

test.each<[string, string, () => Promise<unknown>]>([
  [
    'a shelf that changed by itself',
    'does not add up',
    () => shop.execute('inventory', 'update stock_level set on_hand = 9'),
  ],
  ['a movement that did not reach the shelf', 'does not add up', () => move('RECEIVED', 1)],
  [
    'a promise that nobody holds',
    'does not add up',
    () => shop.execute('inventory', 'update stock_level set reserved = 4'),
  ],
  ['a hold that begins by another clock', 'does not last 15 minutes', () => hold(14.5)],
  ['what left without being sold', 'is not what left', () => move('SOLD', -1)],
  [
    'a confirmed order whose stock was let go',
    'has no stock: RELEASED',
    () => shop.execute('inventory', `update reservation set status = 'RELEASED' where status = 'CONFIRMED'`),
  ],
  [
    'a cancelled order that keeps its stock',
    'still holds stock',
    () => shop.execute('inventory', `update reservation set status = 'HELD' where status = 'RELEASED'`),
  ],
  [
    'an order that left, with its stock still here',
    'left without its stock',
    () => shop.execute('inventory', `update reservation set status = 'CONFIRMED' where status = 'SHIPPED'`),
  ],
  [
    'an order that holds less than it sold',
    'holds other stock than it sold',
    () =>
      shop.execute('orders', `update orders set lines = jsonb_set(lines, '{0,quantity}', '5') where status = 'PAID'`),
  ],
  [
    'an order that inventory never heard of',
    'has no stock: nothing',
    () => writeOrder(shop, { history: ['PENDING', 'CONFIRMED'] }),
  ],
])('%s is found', async (_what, sentence, happen) => {
  await happen();
  expect(await sentences()).toContainEqual(expect.stringContaining(sentence));
});
