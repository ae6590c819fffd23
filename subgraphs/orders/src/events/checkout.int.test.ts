import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { newId } from '@souk/kit/domain';
import { aCustomer, eventually, republish } from '@souk/kit/testing';
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
  orderId = await desk.placed(customer);
  shop = new Neighbours(desk, orderId);
});

type Word = (shop: Neighbours) => Promise<unknown>;

/** What orders has asked the others for, and how the order stands. */
async function outcome() {
  await allIsHeard(desk);
  const { cancellation } = (await desk.orderRow(orderId)) ?? {};
  return {
    step: await desk.stepOf(orderId),
    code: cancellation?.code,
    history: await desk.historyOf(orderId),
    published: await desk.publishedOf(orderId),
  };
}

test('an order goes its whole way, step by step', async () => {
  await shop.goTo('DONE');
  expect(await outcome()).toEqual({
    step: 'DONE',
    code: undefined,
    history: ['1 PENDING', '2 CONFIRMED', '3 PAID', '4 SHIPPED', '5 DELIVERED', '6 COMPLETED'],
    published: [
      'placed',
      'payment-requested',
      'confirmation-requested',
      'confirmed',
      'paid',
      'shipped',
      'delivered',
      'completed',
    ],
  });
});

test('the money is asked for with the token, the amount and the time by which it must be held', async () => {
  await shop.goTo('AWAITING_PAYMENT');
  const request = (await desk.messagesOf(orderId)).find(({ type }) => type.includes('payment-requested'));
  expect(request?.payload).toMatchObject({
    orderId,
    customerId: customer.id,
    amount: { amountMinor: 2_490, currency: 'EUR' },
    provider: 'STRIPE',
    paymentToken: 'pm_card_visa',
  });
  const secondsLeft = (Date.parse(request?.payload.payBy) - Date.now()) / 1_000;
  expect(secondsLeft).toBeGreaterThan(590);
  expect(secondsLeft).toBeLessThanOrEqual(601);
});

test('the confirmation names the quote and the goods, the payment how they are sent', async () => {
  await shop.goTo('AWAITING_DISPATCH');
  const messages = new Map((await desk.messagesOf(orderId)).map(({ type, payload }) => [type, payload]));
  const goods = { lines: [{ quantity: 2 }], total: { amountMinor: 2_490 } };
  expect(messages.get('orders.order.confirmed.v1')).toMatchObject({ ...goods, quoteId: expect.any(String) });
  expect(messages.get('orders.order.paid.v1')).toMatchObject({ ...goods, shippingMethodCode: 'STANDARD' });
});

test('each row of the history names the event that caused it', async () => {
  await shop.goTo('AWAITING_CONFIRMATION');
  const { id } = await shop.confirmed();
  await desk.reaches(orderId, 'AWAITING_CAPTURE');
  const rows = await desk.query<{ cause_event_id: string | null }>(
    'select cause_event_id from order_status_history where order_id = ? order by sequence',
    [orderId],
  );
  expect(rows).toEqual([{ cause_event_id: null }, { cause_event_id: id }]);
});

test('stock that is short cancels at once, says what is short, and leaves nothing to undo', async () => {
  const variantId = newId();
  await shop.rejected(variantId);
  await desk.reaches(orderId, 'DONE');
  expect(await desk.orderRow(orderId)).toMatchObject({
    status: 'CANCELLED',
    cancellation: { code: 'OUT_OF_STOCK', lines: [{ variantId, requested: 2, available: 1 }] },
  });
  expect((await desk.messagesOf(orderId)).at(-1)?.payload).toMatchObject({ code: 'OUT_OF_STOCK', attempt: 1 });
});

test.each<[string, string, Word, Word[], string]>([
  ['a declined payment', 'AWAITING_PAYMENT', (shop) => shop.failed(), [(shop) => shop.released()], 'PAYMENT_DECLINED'],
  [
    'a payment that came too late',
    'AWAITING_PAYMENT',
    (shop) => shop.failed('PAYMENT_EXPIRED'),
    [(shop) => shop.released()],
    'PAYMENT_EXPIRED',
  ],
  [
    'stock that expired while the payment was under way',
    'AWAITING_PAYMENT',
    (shop) => shop.expired(),
    [(shop) => shop.authorized(), (shop) => shop.voided()],
    'RESERVATION_EXPIRED',
  ],
  [
    'stock that expired before it was confirmed',
    'AWAITING_CONFIRMATION',
    (shop) => shop.expired(),
    [(shop) => shop.voided()],
    'RESERVATION_EXPIRED',
  ],
  [
    'money that could not be captured',
    'AWAITING_CAPTURE',
    (shop) => shop.captureFailed(),
    [(shop) => shop.released()],
    'PAYMENT_DECLINED',
  ],
  [
    'a parcel that cannot be delivered',
    'AWAITING_DISPATCH',
    (shop) => shop.parcelCancelled('NOT_DELIVERABLE'),
    [(shop) => shop.released(), (shop) => shop.refunded()],
    'NOT_DELIVERABLE',
  ],
  [
    'a parcel that was stopped for a customer whose cancellation got lost',
    'AWAITING_DISPATCH',
    (shop) => shop.parcelCancelled('BY_CUSTOMER'),
    [(shop) => shop.refunded(), (shop) => shop.released()],
    'BY_CUSTOMER',
  ],
])('%s cancels, and the process waits until everything is let go', async (_what, step, refusal, letGo, code) => {
  await shop.goTo(step);
  await refusal(shop);
  await desk.reaches(orderId, 'COMPENSATING');
  expect(await desk.orderRow(orderId)).toMatchObject({ status: 'CANCELLED', cancellation: { code } });
  for (const word of letGo) await word(shop);
  await desk.reaches(orderId, 'DONE');
  const { published } = await outcome();
  expect(published.filter((occurrence) => occurrence === 'cancelled')).toHaveLength(1);
});

test('money that is authorized, and even captured, after the cancellation only has to come back', async () => {
  await shop.goTo('AWAITING_PAYMENT');
  await desk.cancel(customer, orderId);
  for (const word of [shop.released, shop.authorized, shop.captured]) await word();
  expect(await outcome()).toMatchObject({ step: 'COMPENSATING', history: ['1 PENDING', '2 CANCELLED'] });
  await shop.refunded();
  await desk.reaches(orderId, 'DONE');
});

test('stock that is held after the cancellation only has to be released', async () => {
  await desk.cancel(customer, orderId);
  await shop.held();
  expect(await outcome()).toMatchObject({ step: 'COMPENSATING', published: ['placed', 'cancelled'] });
  await shop.released();
  await desk.reaches(orderId, 'DONE');
});

test('a payment that the customer must approve waits, and its deadline goes on', async () => {
  await shop.goTo('AWAITING_PAYMENT');
  await desk.query(`update saga_instance set deadline = now() + interval '1 minute' where order_id = ?`, [orderId]);
  await shop.actionRequired();
  expect(await outcome()).toMatchObject({ step: 'AWAITING_PAYMENT' });
  expect((await desk.sagaOf(orderId)).seconds).toBeLessThanOrEqual(60);
  await shop.authorized();
  await desk.reaches(orderId, 'AWAITING_CONFIRMATION');
});

test('refunds by staff, partial or full, leave a paid order as it is', async () => {
  await shop.goTo('AWAITING_DISPATCH');
  await shop.refunded(false);
  await shop.refunded(true);
  expect(await outcome()).toMatchObject({ step: 'AWAITING_DISPATCH', code: undefined });
});

test('a parcel that leaves although the order is cancelled is an alarm, not a dead letter', async () => {
  await shop.goTo('AWAITING_CAPTURE');
  await desk.cancel(customer, orderId);
  await shop.dispatched();
  await shop.voided();
  await desk.reaches(orderId, 'DONE');
  expect(await desk.query('select * from dead_letter')).toEqual([]);
});

test('stock and money that speak at the same moment are dealt with one after the other', async () => {
  await shop.goTo('AWAITING_PAYMENT');
  await Promise.all([shop.expired(), shop.authorized(), desk.cancel(customer, orderId)]);
  await shop.voided();
  await desk.reaches(orderId, 'DONE');
  const { history, published } = await outcome();
  expect(history).toEqual(['1 PENDING', '2 CANCELLED']);
  expect(published.filter((occurrence) => occurrence === 'cancelled')).toHaveLength(1);
  expect(await desk.query('select * from dead_letter')).toEqual([]);
});

test.each<[string, keyof Neighbours]>([
  ['AWAITING_STOCK', 'held'],
  ['AWAITING_STOCK', 'rejected'],
  ['AWAITING_CONFIRMATION', 'confirmed'],
  ['COMPENSATING', 'released'],
  ['AWAITING_PAYMENT', 'expired'],
  ['AWAITING_PAYMENT', 'actionRequired'],
  ['AWAITING_PAYMENT', 'authorized'],
  ['AWAITING_PAYMENT', 'failed'],
  ['AWAITING_CAPTURE', 'captured'],
  ['AWAITING_CAPTURE', 'captureFailed'],
  ['AWAITING_PAYMENT', 'voided'],
  ['AWAITING_DISPATCH', 'refunded'],
  ['AWAITING_DISPATCH', 'dispatched'],
  ['AWAITING_DELIVERY', 'delivered'],
  ['AWAITING_DISPATCH', 'parcelCancelled'],
])('at %s, "%s" delivered twice changes nothing more', async (step, word) => {
  if (step === 'COMPENSATING') await desk.cancel(customer, orderId);
  else await shop.goTo(step);
  const say = (word === 'parcelCancelled' ? () => shop.parcelCancelled('BY_STAFF') : shop[word]) as Neighbours['held'];
  const envelope = await say();
  const once = await eventually(outcome);
  await republish(desk.orders.running.parts.nats, envelope);
  expect(await outcome()).toEqual(once);
  expect(await desk.query('select * from inbox where event_id = ?', [envelope.id])).toHaveLength(1);
});

test('an event of an order that is not there is not swallowed: it is kept and tried again', async () => {
  const stranger = new Neighbours(desk, newId());
  const { id } = await stranger.held();
  const manager = await desk.orders.running.parts.nats.jetstreamManager();
  await eventually(async () => {
    const { num_ack_pending } = await manager.consumers.info('INVENTORY', 'orders-inventory-reservation');
    expect(num_ack_pending).toBe(1);
  });
  expect(await desk.query('select * from inbox where event_id = ?', [id])).toEqual([]);
});
