import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { newId } from '@souk/kit/domain';
import { aCustomer, eventually, republish } from '@souk/kit/testing';
import { aFreeQuote } from '../../test/builders/quote.js';
import { allIsHeard, Neighbours } from '../../test/neighbours.js';
import { OrderDesk } from '../../test/order-desk.js';

let desk: OrderDesk;
let orderId: string;
let shop: Neighbours;
const customer = aCustomer(newId());

beforeAll(async () => {
  desk = await OrderDesk.open();
}, 60_000);
afterAll(() => desk.close());
beforeEach(async () => {
  desk.stopShipment = async () => true;
  orderId = await placedForNothing();
  shop = new Neighbours(desk, orderId);
});

/** Places an order at a quote that comes to nothing, and returns its id. */
function placedForNothing(more: object = {}): Promise<string> {
  const quote = aFreeQuote();
  desk.sell(quote);
  return desk.placed(customer, { quoteId: quote.quoteId, payment: null, ...more });
}

/** Takes the order along the way of one that costs nothing, until its process waits at a step. */
async function goTo(step: string): Promise<void> {
  const way = [
    ['AWAITING_CONFIRMATION', shop.held],
    ['AWAITING_DISPATCH', shop.confirmed],
    ['AWAITING_DELIVERY', shop.dispatched],
    ['AWAITING_COMPLETION', shop.delivered],
    ['DONE', () => desk.passDeadline(orderId)],
  ] as const;
  for (const [reached, say] of way) {
    if ((await desk.stepOf(orderId)) === step) return;
    await say();
    await desk.reaches(orderId, reached);
  }
}

test('an order that costs nothing goes its whole way, and nobody is asked for money', async () => {
  await goTo('DONE');
  expect(await desk.historyOf(orderId)).toEqual([
    '1 PENDING',
    '2 CONFIRMED',
    '3 PAID',
    '4 SHIPPED',
    '5 DELIVERED',
    '6 COMPLETED',
  ]);
  expect(await desk.publishedOf(orderId)).toEqual([
    'placed',
    'confirmation-requested',
    'confirmed',
    'paid',
    'shipped',
    'delivered',
    'completed',
  ]);
});

test('it is confirmed and paid at the same moment, in this order, by the same event', async () => {
  await goTo('AWAITING_CONFIRMATION');
  const { id } = await shop.confirmed();
  await desk.reaches(orderId, 'AWAITING_DISPATCH');
  const rows = await desk.query(
    'select to_status, cause_event_id from order_status_history where order_id = ? and sequence > 1 order by sequence',
    [orderId],
  );
  expect(rows).toEqual([
    { to_status: 'CONFIRMED', cause_event_id: id },
    { to_status: 'PAID', cause_event_id: id },
  ]);
  const messages = (await desk.messagesOf(orderId)).map(({ type, payload }) => [type, payload.status ?? payload.total]);
  const nothing = { amountMinor: 0, currency: 'EUR' };
  expect(messages.slice(-4)).toEqual([
    ['orders.order.status-changed.v1', 'CONFIRMED'],
    ['orders.order.confirmed.v1', nothing],
    ['orders.order.status-changed.v1', 'PAID'],
    ['orders.order.paid.v1', nothing],
  ]);
});

test('each status of it is audited, also those that it passes in one transaction', async () => {
  await goTo('AWAITING_DISPATCH');
  const entries = await desk.query('select action, actor from audit_entry where subject = ? order by id', [
    `order:${orderId}`,
  ]);
  const actor = 'event:inventory.reservation.confirmed.v1';
  expect(entries).toEqual([
    { action: 'order.pending', actor: `customer:${customer.id}` },
    { action: 'order.confirmed', actor },
    { action: 'order.paid', actor },
  ]);
});

test('stock that is confirmed twice pays once', async () => {
  await goTo('AWAITING_CONFIRMATION');
  const confirmed = await shop.confirmed();
  await desk.reaches(orderId, 'AWAITING_DISPATCH');
  await republish(desk.orders.running.parts.nats, confirmed);
  await allIsHeard(desk);
  expect(await desk.historyOf(orderId)).toEqual(['1 PENDING', '2 CONFIRMED', '3 PAID']);
});

test.each(['AWAITING_STOCK', 'AWAITING_CONFIRMATION', 'AWAITING_DISPATCH'])(
  'when it is cancelled at %s, its stock alone is waited for',
  async (step) => {
    await goTo(step);
    const { data } = await desk.cancel(customer, orderId);
    expect(data.cancelOrder).toMatchObject({ order: { status: 'CANCELLED' }, userErrors: [] });
    expect(await desk.sagaOf(orderId)).toMatchObject({ step: 'COMPENSATING', data: { holds: { money: false } } });
    await shop.released();
    await desk.reaches(orderId, 'DONE');
    expect(await desk.publishedOf(orderId)).not.toContain('payment-requested');
  },
);

test('stock that is short, or expires before it is confirmed, cancels it and leaves nothing to undo', async () => {
  await shop.rejected();
  await desk.reaches(orderId, 'DONE');
  expect(await desk.orderRow(orderId)).toMatchObject({ cancellation: { code: 'OUT_OF_STOCK' } });
  orderId = await placedForNothing();
  shop = new Neighbours(desk, orderId);
  await goTo('AWAITING_CONFIRMATION');
  await shop.expired();
  await desk.reaches(orderId, 'DONE');
  expect(await desk.orderRow(orderId)).toMatchObject({ cancellation: { code: 'RESERVATION_EXPIRED' } });
});

test('a payment that is sent with it is not kept', async () => {
  const id = await placedForNothing({ payment: { provider: 'STRIPE', token: 'pm_card_visa' } });
  expect(await desk.orderRow(id)).toMatchObject({ payment: null, total_minor: '0' });
});

test('an order whose process was saved before any could be free asks for its money', async () => {
  const id = await desk.placed(customer);
  await desk.query(`update saga_instance set data = data - 'isFree' where order_id = ?`, [id]);
  await new Neighbours(desk, id).held();
  await desk.reaches(id, 'AWAITING_PAYMENT');
  await eventually(async () => expect(await desk.publishedOf(id)).toEqual(['placed', 'payment-requested']));
});
