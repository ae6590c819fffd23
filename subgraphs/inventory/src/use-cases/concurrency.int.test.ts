import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { newId } from '@souk/kit/domain';
import type { EntityManager } from '@souk/kit/persistence';
import { inTransaction } from '@souk/kit/persistence';
import { atOnce } from '../../test/at-once.js';
import { type ManyConnections, openManyConnections } from '../../test/many-connections.js';
import { countSaid, expectBalancedStock, levelsOf, saidOf, stockedVariant } from '../../test/stock.js';
import type { Line } from '../domain/allocation.js';
import { adjustStock } from './adjust-stock.js';
import { confirmReservation } from './confirm-reservation.js';
import { expireReservation } from './expire-reservation.js';
import { releaseReservation } from './release-reservation.js';
import { reserveStock } from './reserve-stock.js';
import { shipReservation } from './ship-reservation.js';

let connections: ManyConnections;
let em: EntityManager;

beforeAll(async () => {
  connections = await openManyConnections();
  em = connections.em();
}, 60_000);
afterEach(() => expectBalancedStock(em));
afterAll(() => connections.stop());

/** Works in one transaction that is not tried again, so that a deadlock would be seen. */
function once(work: (em: EntityManager) => Promise<void>): Promise<void> {
  return connections.em().transactional(work);
}

async function placeOrder(lines: readonly Line[], destinationCountryCode = 'DE'): Promise<string> {
  const orderId = newId();
  await once((transaction) => reserveStock(transaction, { orderId, lines, destinationCountryCode }));
  return orderId;
}

async function statusOf(orderId: string): Promise<string | undefined> {
  const [row] = await em.execute<{ status: string }[]>('select status from reservation where order_id = ?', [orderId]);
  return row?.status;
}

async function setTimeLimit(orderId: string, interval: string): Promise<string> {
  const [row] = await em.execute<{ id: string }[]>(
    `update reservation set expires_at = clock_timestamp() + ?::interval where order_id = ? returning id`,
    [interval, orderId],
  );
  return row?.id ?? '';
}

test('of 64 who want one of 20 units at once, exactly 20 get it', async () => {
  const variantId = await stockedVariant(em, 20);
  const orderIds = await atOnce(64, () => placeOrder([{ variantId, quantity: 1 }]));
  expect(await levelsOf(em, variantId)).toEqual({ BER: { onHand: 20, reserved: 20 } });
  expect(await countSaid(em, orderIds)).toEqual({ held: 20, rejected: 44 });
});

test('units that lie in several warehouses are all found by those who come at once', async () => {
  const variantId = await stockedVariant(em, 10, 'BER');
  for (const warehouseCode of ['LYS', 'MAD']) {
    await stockedVariant(em, 0, warehouseCode);
    const receipt = {
      variantId,
      warehouseCode,
      delta: 5,
      reason: 'DELIVERY',
      note: null,
      expectedVersion: null,
    } as const;
    await adjustStock({ em, now: () => new Date() }, receipt, { staffId: newId(), key: newId() });
  }
  const orderIds = await atOnce(40, () => placeOrder([{ variantId, quantity: 1 }]));
  expect(await countSaid(em, orderIds)).toEqual({ held: 20, rejected: 20 });
  expect(await levelsOf(em, variantId)).toEqual({
    BER: { onHand: 10, reserved: 10 },
    LYS: { onHand: 5, reserved: 5 },
    MAD: { onHand: 5, reserved: 5 },
  });
});

test('orders that name the same goods in opposite order never wait for each other for ever', async () => {
  const variantIds = await atOnce(3, () => stockedVariant(em, 1_000));
  const lines = variantIds.map((variantId) => ({ variantId, quantity: 1 }));
  const orderIds = await atOnce(120, (index) => placeOrder(index % 2 ? lines : [...lines].reverse()));
  expect(await countSaid(em, orderIds)).toEqual({ held: 120 });
  await atOnce(120, (index) => {
    const settle = index % 3 ? releaseReservation : confirmReservation;
    return once((transaction) => settle(transaction, orderIds[index]!));
  });
  for (const variantId of variantIds)
    expect(await levelsOf(em, variantId)).toEqual({ BER: { onHand: 1_000, reserved: 40 } });
});

test('an order placed twice at once is served once', async () => {
  const variantId = await stockedVariant(em, 10);
  const order = { orderId: newId(), lines: [{ variantId, quantity: 1 }], destinationCountryCode: 'DE' };
  await Promise.allSettled([1, 2, 3].map(() => once((transaction) => reserveStock(transaction, order))));
  expect(await levelsOf(em, variantId)).toEqual({ BER: { onHand: 10, reserved: 1 } });
  expect(await saidOf(em, order.orderId)).toEqual(['held']);
});

test('of confirming and expiring at the last moment, exactly one wins', async () => {
  const variantId = await stockedVariant(em, 60);
  const orderIds = await atOnce(60, () => placeOrder([{ variantId, quantity: 1 }]));
  const race = async (index: number) => {
    const orderId = orderIds[index]!;
    const id = await setTimeLimit(orderId, `${index % 12} milliseconds`);
    const confirm = () => once((transaction) => confirmReservation(transaction, orderId));
    const expire = () => expireReservation(connections.em(), id);
    await Promise.all([confirm(), expire(), expire()]);
    return { status: await statusOf(orderId), said: [...new Set((await saidOf(em, orderId)).slice(1))] };
  };
  const outcomes = await atOnce(60, race, 10);
  for (const { status, said } of outcomes) expect(said).toEqual([status?.toLowerCase()]);
  const confirmed = outcomes.filter(({ status }) => status === 'CONFIRMED').length;
  expect(await levelsOf(em, variantId)).toEqual({ BER: { onHand: 60, reserved: confirmed } });
});

test('a hold whose time is over cannot be confirmed, though nobody has ended it yet', async () => {
  const variantId = await stockedVariant(em, 1);
  const orderId = await placeOrder([{ variantId, quantity: 1 }]);
  await setTimeLimit(orderId, '-1 milliseconds');
  await once((transaction) => confirmReservation(transaction, orderId));
  expect(await saidOf(em, orderId)).toEqual(['held', 'expired']);
  expect(await levelsOf(em, variantId)).toEqual({ BER: { onHand: 1, reserved: 0 } });
});

test('of confirming and cancelling at once, the stock is given back whoever comes first', async () => {
  const variantId = await stockedVariant(em, 30);
  const orderIds = await atOnce(30, () => placeOrder([{ variantId, quantity: 1 }]));
  const race = (index: number) =>
    Promise.allSettled(
      [confirmReservation, releaseReservation].map((ask) => once((transaction) => ask(transaction, orderIds[index]!))),
    );
  await atOnce(30, race, 15);
  expect(await levelsOf(em, variantId)).toEqual({ BER: { onHand: 30, reserved: 0 } });
});

test('whatever happens to many orders at once, the ledger agrees with the shelves', async () => {
  const variantIds = await Promise.all(['BER', 'LYS', 'MAD', 'BER'].map((code) => stockedVariant(em, 40, code)));
  const staffId = newId();
  await atOnce(160, async (index) => {
    const lines = variantIds
      .filter((_, position) => (index >> position) & 1)
      .map((variantId, position) => ({ variantId, quantity: 1 + ((index + position) % 3) }));
    const orderId = await placeOrder(lines.length > 0 ? lines : [{ variantId: variantIds[0]!, quantity: 2 }]);
    if ((await statusOf(orderId)) === 'REJECTED') return;
    const confirm = () => inTransaction(connections.em(), (transaction) => confirmReservation(transaction, orderId));
    const release = () => inTransaction(connections.em(), (transaction) => releaseReservation(transaction, orderId));
    const ship = (transaction: EntityManager) =>
      shipReservation({ em: transaction, now: () => new Date() }, { orderId, shipmentId: newId(), eventId: newId() });
    const adjust = (delta: number) =>
      adjustStock(
        { em: connections.em(), now: () => new Date() },
        { variantId: variantIds[0]!, warehouseCode: 'BER', delta, reason: 'COUNT', note: null, expectedVersion: null },
        { staffId, key: newId() },
      );
    if (index % 4 === 0) await release();
    if (index % 4 === 1) await confirm().then(() => inTransaction(connections.em(), ship));
    if (index % 4 === 2) await confirm().then(release);
    if (index % 4 === 3) await Promise.allSettled([adjust(index % 8 === 3 ? 3 : -2), confirm()]);
  });
  await expectBalancedStock(em);
});
