import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { newId } from '@souk/kit/domain';
import type { EntityManager } from '@souk/kit/persistence';
import { eventually } from '@souk/kit/testing';
import { atOnce } from '../../test/at-once.js';
import { type ManyConnections, openManyConnections } from '../../test/many-connections.js';
import {
  countSaid,
  expectBalancedStock,
  heat,
  levelsOf,
  poolOf,
  saidOf,
  stockedVariant,
  tendPoolsOf,
} from '../../test/stock.js';
import type { Line } from '../domain/allocation.js';
import { InsufficientStockError } from '../domain/stock-level.errors.js';
import { adjustStock } from './adjust-stock.js';
import { confirmReservation } from './confirm-reservation.js';
import { expireReservation } from './expire-reservation.js';
import { releaseReservation } from './release-reservation.js';
import { reserveStock, StockBusyError } from './reserve-stock.js';
import { setStockPooling } from './set-stock-pooling.js';
import { shipReservation } from './ship-reservation.js';

const buyers = 64;

let connections: ManyConnections;
let em: EntityManager;

beforeAll(async () => {
  connections = await openManyConnections(9);
  em = connections.em();
}, 60_000);
afterEach(() => expectBalancedStock(em));
afterAll(() => connections.stop());

/** Works in one transaction that is not tried again, so that a deadlock would be seen. */
function once(work: (em: EntityManager) => Promise<void>): Promise<void> {
  return connections.em().transactional(work);
}

async function placeOrder(lines: readonly Line[]): Promise<string> {
  const orderId = newId();
  await once((transaction) => reserveStock(transaction, { orderId, lines, destinationCountryCode: 'DE' }));
  return orderId;
}

function confirm(orderId: string): Promise<void> {
  return once((transaction) => confirmReservation(transaction, orderId));
}

function release(orderId: string): Promise<void> {
  return once((transaction) => releaseReservation(transaction, orderId));
}

async function expire(orderId: string): Promise<void> {
  const [row] = await em.execute<{ id: string }[]>(
    `update reservation set expires_at = now() - interval '1 second' where order_id = ? returning id`,
    [orderId],
  );
  await expireReservation(connections.em(), row!.id);
}

function ship(orderId: string): Promise<void> {
  return once((transaction) =>
    shipReservation({ em: transaction, now: () => new Date() }, { orderId, shipmentId: newId(), eventId: newId() }),
  );
}

function adjust(variantId: string, delta: number): Promise<unknown> {
  const count = { variantId, warehouseCode: 'BER', delta, reason: 'COUNT', note: null, expectedVersion: null } as const;
  return adjustStock({ em: connections.em(), now: () => new Date() }, count, { staffId: newId(), key: newId() });
}

/** Does something again and again until the work is done. */
async function meanwhile<Result>(work: Promise<Result>, disturb: (turn: number) => Promise<unknown>): Promise<Result> {
  let isDone = false;
  const disturbing = (async () => {
    for (let turn = 0; !isDone; turn += 1) await disturb(turn);
  })();
  const result = await work.finally(() => {
    isDone = true;
  });
  await disturbing;
  return result;
}

/** Takes a unit and keeps its transaction open until it is told how to end. */
async function takeUnitOpenly(variantId: string): Promise<{ commit(): Promise<void>; rollback(): Promise<void> }> {
  const open = connections.em();
  await open.begin();
  const order = { orderId: newId(), lines: [{ variantId, quantity: 1 }], destinationCountryCode: 'DE' };
  await reserveStock(open, order);
  return { commit: () => open.commit(), rollback: () => open.rollback() };
}

async function countWaiting(): Promise<number> {
  const [row] = await em.execute<{ waiting: number }[]>(
    `select count(*)::int as waiting from pg_stat_activity
     where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return row!.waiting;
}

test('of 64 who want one of 20 hot units at once, exactly 20 get it', async () => {
  const variantId = await stockedVariant(em, 20);
  await heat(em, variantId);
  const orderIds = await atOnce(buyers, () => placeOrder([{ variantId, quantity: 1 }]), buyers);
  expect(await countSaid(em, orderIds)).toEqual({ held: 20, rejected: 44 });
  expect(await poolOf(em, variantId)).toEqual({ pooled: 20, taken: 20 });
  await tendPoolsOf(em, variantId);
  expect(await poolOf(em, variantId)).toEqual({ pooled: 0, taken: 0 });
  expect(await levelsOf(em, variantId)).toEqual({ BER: { onHand: 20, reserved: 20 } });
});

test('the books agree at every moment while goods become hot and cold under 64 buyers', async () => {
  const variantId = await stockedVariant(em, 100);
  const sale = atOnce(3 * buyers, () => placeOrder([{ variantId, quantity: 1 }]), buyers);
  const orderIds = await meanwhile(sale, async (turn) => {
    await setStockPooling(em, { variantId, warehouseCode: 'BER', pooling: turn % 2 ? 'AUTOMATIC' : 'ALWAYS' });
    await tendPoolsOf(em, variantId);
    await expectBalancedStock(em);
  });
  expect(await countSaid(em, orderIds)).toEqual({ held: 100, rejected: 92 });
});

test('what the pool does not have comes from the counter, and nobody gets a part of what they want', async () => {
  const variantId = await stockedVariant(em, 10);
  await heat(em, variantId);
  await adjust(variantId, 30);
  const orderIds = await atOnce(buyers, () => placeOrder([{ variantId, quantity: 3 }]), buyers);
  expect(await countSaid(em, orderIds)).toEqual({ held: 13, rejected: 51 });
  expect(await levelsOf(em, variantId)).toEqual({ BER: { onHand: 40, reserved: 39 } });
});

test('orders of hot and cold goods in opposite order never wait for each other for ever', async () => {
  const variantIds = await atOnce(4, () => stockedVariant(em, 300));
  await heat(em, variantIds[0]!);
  await heat(em, variantIds[2]!);
  const lines = variantIds.map((variantId) => ({ variantId, quantity: 2 }));
  const buying = atOnce(120, (index) => placeOrder(index % 2 ? lines : [...lines].reverse()), buyers);
  const orderIds = await meanwhile(buying, () => tendPoolsOf(em, variantIds[0]!));
  expect(await countSaid(em, orderIds)).toEqual({ held: 120 });
  const settling = atOnce(120, (index) => (index % 3 ? release : confirm)(orderIds[index]!), buyers);
  await meanwhile(settling, (turn) => tendPoolsOf(em, variantIds[turn % 4]!));
  for (const variantId of variantIds)
    expect(await levelsOf(em, variantId)).toEqual({ BER: { onHand: 300, reserved: 80 } });
});

test('whatever happens to many orders of hot goods at once, the ledger agrees with the shelves', async () => {
  const variantIds = await atOnce(2, () => stockedVariant(em, 60));
  for (const variantId of variantIds) await heat(em, variantId);
  const live = async (index: number) => {
    const lines = variantIds.map((variantId) => ({ variantId, quantity: 1 + (index % 2) }));
    const orderId = await placeOrder(index % 3 ? lines : lines.slice(1));
    if ((await saidOf(em, orderId)).includes('rejected')) return;
    if (index % 5 === 0) await release(orderId);
    if (index % 5 === 1) await confirm(orderId).then(() => ship(orderId));
    if (index % 5 === 2) await confirm(orderId).then(() => release(orderId));
    if (index % 5 === 3) await expire(orderId);
    if (index % 5 === 4)
      await adjust(variantIds[0]!, -2).catch((error: unknown) => expect(error).toBeInstanceOf(InsufficientStockError));
  };
  await meanwhile(atOnce(4 * buyers, live), async (turn) => {
    await tendPoolsOf(em, variantIds[turn % 2]!);
    await expectBalancedStock(em);
  });
});

test('a unit that somebody is just taking is not sold out: whoever waits gets it when it comes back', async () => {
  const variantId = await stockedVariant(em, 1);
  await heat(em, variantId);
  const other = await takeUnitOpenly(variantId);
  const orderId = newId();
  const waiting = once((transaction) =>
    reserveStock(transaction, { orderId, lines: [{ variantId, quantity: 1 }], destinationCountryCode: 'DE' }),
  );
  await Promise.race([waiting, new Promise((resolve) => setTimeout(resolve, 100))]);
  expect(await saidOf(em, orderId)).toEqual([]);
  await other.rollback();
  await waiting;
  expect(await saidOf(em, orderId)).toEqual(['held']);
});

test('a unit that somebody has taken is sold out for whoever waited', async () => {
  const variantId = await stockedVariant(em, 1);
  await heat(em, variantId);
  const other = await takeUnitOpenly(variantId);
  const waiting = placeOrder([{ variantId, quantity: 1 }]);
  await other.commit();
  expect(await saidOf(em, await waiting)).toEqual(['rejected']);
});

test('who waits for a unit too long is neither served nor refused, and may ask again', async () => {
  const variantId = await stockedVariant(em, 1);
  await heat(em, variantId);
  const other = await takeUnitOpenly(variantId);
  const order = { orderId: newId(), lines: [{ variantId, quantity: 1 }], destinationCountryCode: 'DE' };
  await expect(once((transaction) => reserveStock(transaction, order))).rejects.toThrow(StockBusyError);
  await other.rollback();
  await once((transaction) => reserveStock(transaction, order));
  expect(await saidOf(em, order.orderId)).toEqual(['held']);
});

test('units come back to the pool, and to the counter once they are written down there', async () => {
  const variantId = await stockedVariant(em, 10);
  await heat(em, variantId);
  const early = await placeOrder([{ variantId, quantity: 4 }]);
  await release(early);
  expect(await poolOf(em, variantId)).toEqual({ pooled: 10, taken: 0 });
  const late = await placeOrder([{ variantId, quantity: 4 }]);
  expect(await tendPoolsOf(em, variantId)).toBe(4);
  expect(await poolOf(em, variantId)).toEqual({ pooled: 6, taken: 0 });
  await release(late);
  expect(await levelsOf(em, variantId)).toEqual({ BER: { onHand: 10, reserved: 0 } });
  expect(await poolOf(em, variantId)).toEqual({ pooled: 6, taken: 0 });
});

test('units in the pool can be taken away when somebody counted fewer, promised ones cannot', async () => {
  const variantId = await stockedVariant(em, 10);
  await heat(em, variantId);
  await placeOrder([{ variantId, quantity: 4 }]);
  await adjust(variantId, -5);
  expect(await poolOf(em, variantId)).toEqual({ pooled: 5, taken: 4 });
  await expect(adjust(variantId, -2)).rejects.toThrow(new InsufficientStockError(1));
  expect(await poolOf(em, variantId)).toEqual({ pooled: 5, taken: 4 });
  await adjust(variantId, -1);
  expect(await levelsOf(em, variantId)).toEqual({ BER: { onHand: 4, reserved: 4 } });
});

test('what is written down on the counter while somebody waits for it is not counted twice', async () => {
  const variantId = await stockedVariant(em, 2);
  await heat(em, variantId);
  await placeOrder([{ variantId, quantity: 2 }]);
  const worker = connections.em();
  await worker.begin();
  await worker.execute('select 1 from stock_level where variant_id = ? for update', [variantId]);
  const adjusting = adjust(variantId, 1);
  await eventually(async () => expect(await countWaiting()).toBe(1));
  await worker.execute('delete from stock_unit where variant_id = ?', [variantId]);
  await worker.execute('update stock_level set reserved = reserved + 2 where variant_id = ?', [variantId]);
  await worker.commit();
  await adjusting;
  const [said] = await em.execute<{ available: string }[]>(
    `select payload ->> 'available' as available from outbox where payload ->> 'variantId' = ? order by id desc limit 1`,
    [variantId],
  );
  expect(said).toEqual({ available: '1' });
});

test('what fails after units were taken gives them back', async () => {
  const variantId = await stockedVariant(em, 3);
  await heat(em, variantId);
  const failing = once(async (transaction) => {
    await reserveStock(transaction, {
      orderId: newId(),
      lines: [{ variantId, quantity: 2 }],
      destinationCountryCode: 'DE',
    });
    throw new Error('killed');
  });
  await expect(failing).rejects.toThrow('killed');
  expect(await poolOf(em, variantId)).toEqual({ pooled: 3, taken: 0 });
});
