import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { newId } from '@souk/kit/domain';
import { type EntityManager, inTransaction } from '@souk/kit/persistence';
import { eventually, type TestSubgraph } from '@souk/kit/testing';
import { anOrder } from '../../test/builders/an-order.js';
import { startTestInventory } from '../../test/start-test-inventory.js';
import { emOf, expectBalancedStock, levelsOf, saidOf, stockedVariant } from '../../test/stock.js';
import { checkLowStock } from '../use-cases/check-low-stock.js';
import { findOverdueReservations } from '../use-cases/expire-reservation.js';
import { setLowStockThreshold } from '../use-cases/set-low-stock-threshold.js';

let inventory: TestSubgraph;
let em: EntityManager;

beforeAll(async () => {
  inventory = await startTestInventory();
  em = emOf(inventory);
}, 60_000);
afterEach(() => expectBalancedStock(em));
afterAll(() => inventory.stop());

async function letTimePass(orderId: string): Promise<void> {
  await em.execute(`update reservation set expires_at = now() - interval '1 second' where order_id = ?`, [orderId]);
}

async function alarmsOf(variantId: string): Promise<unknown[]> {
  const rows = await em.execute<{ payload: unknown }[]>(
    `select payload from outbox where type = 'inventory.stock-level.low.v1' and payload ->> 'variantId' = ? order by id`,
    [variantId],
  );
  return rows.map(({ payload }) => payload);
}

async function isArmed(variantId: string): Promise<boolean> {
  const [row] = await em.execute<{ armed: boolean }[]>(
    'select low_reported_at is null as armed from stock_level where variant_id = ?',
    [variantId],
  );
  return row?.armed ?? false;
}

test('a hold whose time is over ends by itself, and its stock can be ordered again', async () => {
  const variantId = await stockedVariant(em, 2);
  const order = anOrder(inventory, [{ variantId, quantity: 2 }]);
  await order.place();
  await letTimePass(order.id);
  await eventually(async () => expect(await saidOf(em, order.id)).toEqual(['held', 'expired']));
  expect(await levelsOf(em, variantId)).toEqual({ BER: { onHand: 2, reserved: 0 } });
  const next = anOrder(inventory, [{ variantId, quantity: 2 }]);
  await next.place();
  expect(await saidOf(em, next.id)).toEqual(['held']);
});

test('who asks for the confirmation or the release of an expired hold is told so again', async () => {
  const order = anOrder(inventory, [{ variantId: await stockedVariant(em, 1), quantity: 1 }]);
  await order.place();
  await letTimePass(order.id);
  await eventually(async () => expect(await saidOf(em, order.id)).toContain('expired'));
  await order.requestConfirmation();
  await order.cancel();
  expect(await saidOf(em, order.id)).toEqual(['held', 'expired', 'expired', 'released']);
});

test('what is confirmed does not expire', async () => {
  const order = anOrder(inventory, [{ variantId: await stockedVariant(em, 1), quantity: 1 }]);
  await order.place();
  await order.requestConfirmation();
  await letTimePass(order.id);
  expect(await findOverdueReservations(em, 10)).toEqual([]);
});

test('the alarm is raised once each time that what is available falls to the threshold', async () => {
  const variantId = await stockedVariant(em, 5);
  await setLowStockThreshold(em, { variantId, warehouseCode: 'BER', threshold: 2 });
  const first = anOrder(inventory, [{ variantId, quantity: 3 }]);
  await first.place();
  const alarm = { variantId, warehouseCode: 'BER', onHand: 5, available: 2, threshold: 2 };
  await eventually(async () => expect(await alarmsOf(variantId)).toEqual([alarm]));
  const second = anOrder(inventory, [{ variantId, quantity: 1 }]);
  await second.place();
  expect(await isArmed(variantId)).toBe(false);
  await first.cancel();
  await eventually(async () => expect(await isArmed(variantId)).toBe(true));
  const third = anOrder(inventory, [{ variantId, quantity: 4 }]);
  await third.place();
  await eventually(async () => expect(await alarmsOf(variantId)).toEqual([alarm, { ...alarm, available: 0 }]));
});

test('two processes that see the same low stock raise one alarm', async () => {
  const variantId = await stockedVariant(em, 1);
  const id = await setLowStockThreshold(em, { variantId, warehouseCode: 'BER', threshold: 2 });
  const work = { em: emOf(inventory), now: () => new Date() };
  await Promise.all([1, 2, 3, 4].map(() => checkLowStock(work, id)));
  expect(await alarmsOf(variantId)).toHaveLength(1);
  await inTransaction(em, async (transaction) => {
    await transaction.execute('update stock_level set low_stock_threshold = null where id = ?', [id]);
  });
  await checkLowStock(work, newId());
  expect(await alarmsOf(variantId)).toHaveLength(1);
});
