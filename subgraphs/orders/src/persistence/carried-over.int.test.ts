import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Publisher } from '@souk/kit/messaging';
import { createLogger } from '@souk/kit/observability';
import { migrate } from '@souk/kit/persistence';
import { createTestDatabase, type TestDatabase } from '@souk/kit/testing';
import { migrations } from '../../migrations/migrations.js';
import { aBuyer, anAddress, occurrence, placedAt } from '../../test/builders/order.js';
import { aQuote } from '../../test/builders/quote.js';
import { connectOrderTables, type OrderTables } from '../../test/order-tables.js';
import { Order } from '../domain/order.js';
import { newOrderNumber } from '../domain/order-number.js';
import { publishOrderEvent } from '../events/publish-order-event.js';
import { reportOf } from '../replay-command/report.js';

/** As orders were saved before their events were kept. */
const unkept: readonly Publisher[] = [[Order, publishOrderEvent]];
let database: TestDatabase;
let tables: OrderTables;
let young: string;
let old: string;

beforeAll(async () => {
  const before = migrations.findIndex(({ name }) => name === '0006-order-events');
  database = await createTestDatabase('orders', migrations.slice(0, before));
  const earlier = await connectOrderTables(database.url, unkept);
  [young, old] = [await placeAndConfirm(earlier), await placeAndConfirm(earlier)];
  await earlier.query('delete from outbox where aggregate_id = ? and event_version <= 3', [old]);
  await earlier.close();
  await migrate(database.ownerUrl, migrations, createLogger('orders', 'error'));
  tables = await connectOrderTables(database.url);
}, 60_000);
afterAll(async () => {
  await tables.close();
  await database.drop();
});

async function placeAndConfirm(earlier: OrderTables): Promise<string> {
  const payment = { provider: 'STRIPE', token: 'pm_secret' } as const;
  const parts = { buyer: aBuyer(), quote: aQuote(), shippingAddress: anAddress(), payment };
  const order = Order.place({ orderNumber: newOrderNumber(), ...parts }, placedAt);
  await earlier.save(order);
  await earlier.change(
    order.id,
    (one) => one.requestPayment(placedAt),
    (one) => one.confirm(occurrence),
  );
  return order.id;
}

test('an order that is older than the keeping of events is carried over as it is, and goes on from there', async () => {
  for (const id of [young, old]) {
    expect(await tables.replay(id)).toMatchObject({ problem: null, differences: [] });
    await tables.change(id, (order) => order.pay(occurrence));
    const replay = await tables.replay(id);
    expect(replay).toMatchObject({ problem: null, differences: [] });
    expect(replay.events.slice(-3)).toMatchObject([
      { version: 5, type: 'OrderCarriedOver', origin: 'CARRIED_OVER' },
      { version: 6, type: 'OrderStatusChanged', origin: 'RECORDED' },
      { version: 7, type: 'OrderPaid', origin: 'RECORDED' },
    ]);
  }
});

test('what the outbox still held is told as it was published, and what it had forgotten is admitted', async () => {
  expect(reportOf(await tables.replay(young))).toContain(
    'Of the 5 earlier ones, 5 are known as they were published, 0 not at all.',
  );
  const report = reportOf(await tables.replay(old));
  expect(report).toContain('Its events are kept from number 6 on');
  expect(report).toContain('Of the 5 earlier ones, 2 are known as they were published, 3 not at all.');
  expect(report).toContain('orders.order.confirmed.v1');
  expect(report).toContain('Its events make exactly this order.');
});

test('the token of a payment is not carried over', async () => {
  expect(await tables.query(`select 1 from order_event where data::text like '%pm_secret%'`)).toEqual([]);
  expect(await tables.query(`select 1 from order_event where type = 'orders.order.payment-requested.v1'`)).toHaveLength(
    1,
  );
});
