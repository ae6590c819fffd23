import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { newId } from '@souk/kit/domain';
import { type EntityManager, inTransaction } from '@souk/kit/persistence';
import { eventually, type TestSubgraph } from '@souk/kit/testing';
import { anOrder } from '../../test/builders/an-order.js';
import { startTestInventory } from '../../test/start-test-inventory.js';
import { emOf, expectBalancedStock, heat, levelsOf, poolOf, saidOf, stockedVariant } from '../../test/stock.js';
import { checkLowStock } from '../use-cases/check-low-stock.js';
import { findOverdueReservations } from '../use-cases/expire-reservation.js';
import { reserveStock } from '../use-cases/reserve-stock.js';
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

/** Lets eight orders at once, as from several processes, wait for a level's row, each longer than anybody should. */
async function standInLine(variantId: string): Promise<void> {
  const blocker = emOf(inventory);
  await blocker.begin();
  await blocker.execute('select 1 from stock_level where variant_id = ? for update', [variantId]);
  const order = () => ({ orderId: newId(), lines: [{ variantId, quantity: 1 }], destinationCountryCode: 'DE' });
  const reserving = Array.from({ length: 8 }, () => inTransaction(emOf(inventory), (it) => reserveStock(it, order())));
  await eventually(async () => {
    const [row] = await em.execute<{ waiting: number }[]>(
      `select count(*)::int as waiting from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock' and query like '%update stock_level%'`,
    );
    expect(row?.waiting).toBeGreaterThanOrEqual(6);
  });
  await blocker.commit();
  await Promise.all(reserving);
}

test('a rush makes goods hot by itself, and a quiet minute makes them cold again', async () => {
  const variantId = await stockedVariant(em, 100);
  await standInLine(variantId);
  await eventually(async () => expect((await poolOf(em, variantId)).pooled).toBe(92));
  await anOrder(inventory, [{ variantId, quantity: 2 }]).place();
  await eventually(async () => expect(await poolOf(em, variantId)).toEqual({ pooled: 90, taken: 0 }));
  await eventually(async () => expect(await em.execute('select 1 from long_wait')).toEqual([]));
  await em.execute(`update stock_level set busy_at = busy_at - interval '1 minute' where variant_id = ?`, [variantId]);
  await eventually(async () => expect(await poolOf(em, variantId)).toEqual({ pooled: 0, taken: 0 }));
  expect(await levelsOf(em, variantId)).toEqual({ BER: { onHand: 100, reserved: 10 } });
});

test('waiting that is no rush is forgotten, and changes nothing', async () => {
  const variantId = await stockedVariant(em, 10);
  await em.execute(
    `insert into long_wait (variant_id, warehouse_id)
     select variant_id, warehouse_id from stock_level, generate_series(1, 4) where variant_id = ?`,
    [variantId],
  );
  await eventually(async () => expect(await em.execute('select 1 from long_wait')).toEqual([]));
  expect(await poolOf(em, variantId)).toEqual({ pooled: 0, taken: 0 });
});

test('the alarm is raised for hot goods as well', async () => {
  const variantId = await stockedVariant(em, 5);
  await heat(em, variantId);
  await setLowStockThreshold(em, { variantId, warehouseCode: 'BER', threshold: 2 });
  await anOrder(inventory, [{ variantId, quantity: 3 }]).place();
  const alarm = { variantId, warehouseCode: 'BER', onHand: 5, available: 2, threshold: 2 };
  await eventually(async () => expect(await alarmsOf(variantId)).toEqual([alarm]));
});
