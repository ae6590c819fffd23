import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { newId } from '@souk/kit/domain';
import type { EntityManager } from '@souk/kit/persistence';
import type { TestSubgraph } from '@souk/kit/testing';
import { anOrder } from '../../test/builders/an-order.js';
import { startTestInventory } from '../../test/start-test-inventory.js';
import { emOf, expectBalancedStock, levelsOf, saidOf, stockedVariant } from '../../test/stock.js';

let inventory: TestSubgraph;
let em: EntityManager;

beforeAll(async () => {
  inventory = await startTestInventory();
  em = emOf(inventory);
}, 60_000);
afterEach(() => expectBalancedStock(em));
afterAll(() => inventory.stop());

async function shortagesOf(orderId: string): Promise<unknown> {
  const [row] = await em.execute<{ payload: { shortages: unknown } }[]>(
    `select payload from outbox where type = 'inventory.reservation.rejected.v1' and payload ->> 'orderId' = ?`,
    [orderId],
  );
  return row?.payload.shortages;
}

async function deadLettersOf(orderId: string): Promise<string[]> {
  const rows = await em.execute<{ error_class: string }[]>(
    `select error_class from dead_letter where envelope -> 'data' ->> 'orderId' = ?`,
    [orderId],
  );
  return rows.map(({ error_class }) => error_class);
}

test('stock is held when an order is placed, confirmed when the money is held, and leaves at dispatch', async () => {
  const variantId = await stockedVariant(em, 10);
  const order = anOrder(inventory, [{ variantId, quantity: 3 }]);
  await order.place();
  expect(await levelsOf(em, variantId)).toEqual({ BER: { onHand: 10, reserved: 3 } });
  await order.requestConfirmation();
  expect(await levelsOf(em, variantId)).toEqual({ BER: { onHand: 10, reserved: 3 } });
  await order.dispatch();
  expect(await levelsOf(em, variantId)).toEqual({ BER: { onHand: 7, reserved: 0 } });
  expect(await saidOf(em, order.id)).toEqual(['held', 'confirmed']);
});

test('whatever is delivered twice has its effect once', async () => {
  const variantId = await stockedVariant(em, 10);
  const order = anOrder(inventory, [{ variantId, quantity: 3 }]);
  await order.place(2);
  await order.requestConfirmation(2);
  await order.dispatch(2);
  expect(await levelsOf(em, variantId)).toEqual({ BER: { onHand: 7, reserved: 0 } });
  expect(await saidOf(em, order.id)).toEqual(['held', 'confirmed']);
  const cancelled = anOrder(inventory, [{ variantId, quantity: 3 }]);
  await cancelled.place();
  await cancelled.cancel(1, 2);
  expect(await levelsOf(em, variantId)).toEqual({ BER: { onHand: 7, reserved: 0 } });
  expect(await saidOf(em, cancelled.id)).toEqual(['held', 'released']);
});

test('of 60 orders that want one of 20 units at once, exactly 20 hold one and 40 are told that there is none', async () => {
  const variantId = await stockedVariant(em, 20);
  const orders = Array.from({ length: 60 }, () => anOrder(inventory, [{ variantId, quantity: 1 }]));
  await Promise.all(orders.map((order) => order.place()));
  const said = await Promise.all(orders.map(({ id }) => saidOf(em, id)));
  expect(said.filter(([first]) => first === 'held')).toHaveLength(20);
  expect(said.filter(([first]) => first === 'rejected')).toHaveLength(40);
  expect(await levelsOf(em, variantId)).toEqual({ BER: { onHand: 20, reserved: 20 } });
});

test('a hold lasts a quarter of an hour by the clock of the database', async () => {
  const order = anOrder(inventory, [{ variantId: await stockedVariant(em, 1), quantity: 1 }]);
  await order.place();
  const [row] = await em.execute<{ minutes: number }[]>(
    `select extract(epoch from expires_at - created_at)::float / 60 as minutes from reservation where order_id = ?`,
    [order.id],
  );
  expect(row?.minutes).toBeCloseTo(15, 2);
});

test('an order of which one line is short gets nothing, and is told what there is', async () => {
  const [plenty, scarce, ghost] = [await stockedVariant(em, 10), await stockedVariant(em, 2), newId()];
  const order = anOrder(inventory, [
    { variantId: plenty, quantity: 1 },
    { variantId: scarce, quantity: 3 },
    { variantId: ghost, quantity: 1 },
  ]);
  await order.place();
  expect(await saidOf(em, order.id)).toEqual(['rejected']);
  expect(await shortagesOf(order.id)).toEqual([
    { variantId: scarce, requested: 3, available: 2 },
    { variantId: ghost, requested: 1, available: 0 },
  ]);
  expect(await levelsOf(em, plenty)).toEqual({ BER: { onHand: 10, reserved: 0 } });
});

test('two lines of one variant are held as their sum, or not at all', async () => {
  const variantId = await stockedVariant(em, 5);
  const tooMuch = anOrder(inventory, [
    { variantId, quantity: 3 },
    { variantId, quantity: 3 },
  ]);
  await tooMuch.place();
  expect(await shortagesOf(tooMuch.id)).toEqual([{ variantId, requested: 6, available: 5 }]);
  const enough = anOrder(inventory, [
    { variantId, quantity: 3 },
    { variantId, quantity: 2 },
  ]);
  await enough.place();
  expect(await levelsOf(em, variantId)).toEqual({ BER: { onHand: 5, reserved: 5 } });
});

test('an order is split over warehouses when no single one has everything', async () => {
  const [left, right] = [await stockedVariant(em, 2, 'BER'), await stockedVariant(em, 2, 'LYS')];
  const order = anOrder(inventory, [
    { variantId: left, quantity: 2 },
    { variantId: right, quantity: 1 },
  ]);
  await order.place();
  await order.requestConfirmation();
  await order.dispatch();
  expect(await levelsOf(em, left)).toEqual({ BER: { onHand: 0, reserved: 0 } });
  expect(await levelsOf(em, right)).toEqual({ LYS: { onHand: 1, reserved: 0 } });
});

test.each(['held', 'confirmed'])('stock that is %s is given back when the order is cancelled', async (status) => {
  const variantId = await stockedVariant(em, 4);
  const order = anOrder(inventory, [{ variantId, quantity: 4 }]);
  await order.place();
  if (status === 'confirmed') await order.requestConfirmation();
  await order.cancel();
  expect(await levelsOf(em, variantId)).toEqual({ BER: { onHand: 4, reserved: 0 } });
  expect((await saidOf(em, order.id)).at(-1)).toBe('released');
});

test('each further request to let go is answered, and changes nothing', async () => {
  const variantId = await stockedVariant(em, 4);
  const order = anOrder(inventory, [{ variantId, quantity: 4 }]);
  await order.place();
  await order.cancel(1);
  await order.cancel(2);
  expect(await levelsOf(em, variantId)).toEqual({ BER: { onHand: 4, reserved: 0 } });
  expect(await saidOf(em, order.id)).toEqual(['held', 'released', 'released']);
});

test('an order that could not be served is let go as well, so that the cancellation can end', async () => {
  const order = anOrder(inventory, [{ variantId: newId(), quantity: 1 }]);
  await order.place();
  await order.cancel();
  expect(await saidOf(em, order.id)).toEqual(['rejected', 'released']);
});

test('an order that was cancelled before it was placed never holds anything', async () => {
  const variantId = await stockedVariant(em, 4);
  const order = anOrder(inventory, [{ variantId, quantity: 4 }]);
  await order.cancel();
  await order.place();
  expect(await levelsOf(em, variantId)).toEqual({ BER: { onHand: 4, reserved: 0 } });
  expect(await saidOf(em, order.id)).toEqual(['released']);
});

test('goods that have left cannot be let go: the request becomes a dead letter for somebody to look at', async () => {
  const variantId = await stockedVariant(em, 1);
  const order = anOrder(inventory, [{ variantId, quantity: 1 }]);
  await order.place();
  await order.requestConfirmation();
  await order.dispatch();
  await order.cancel();
  expect(await deadLettersOf(order.id)).toEqual(['ReservationTransitionError']);
  expect(await saidOf(em, order.id)).toEqual(['held', 'confirmed']);
});

test('goods that were never reserved are neither confirmed nor sent', async () => {
  const order = anOrder(inventory, [{ variantId: newId(), quantity: 1 }]);
  await order.requestConfirmation();
  await order.dispatch();
  expect(await deadLettersOf(order.id)).toEqual(['ReservationNotFoundError', 'ReservationNotFoundError']);
});
