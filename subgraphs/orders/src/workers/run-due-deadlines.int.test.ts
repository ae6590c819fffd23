import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { newId } from '@souk/kit/domain';
import { aCustomer, eventually } from '@souk/kit/testing';
import { Neighbours } from '../../test/neighbours.js';
import { OrderDesk } from '../../test/order-desk.js';
import { Checkout } from '../use-cases/checkout.js';

let desk: OrderDesk;
let orderId: string;
let shop: Neighbours;

beforeAll(async () => {
  desk = await OrderDesk.open();
}, 60_000);
afterAll(() => desk.close());
beforeEach(async () => {
  orderId = await desk.placed(aCustomer(newId()));
  shop = new Neighbours(desk, orderId);
});

/** Makes the deadline pass and waits until the process has dealt with it. */
async function letPass(): Promise<void> {
  const { step, attempt } = await desk.sagaOf(orderId);
  await desk.passDeadline(orderId);
  await eventually(async () => {
    const saga = await desk.sagaOf(orderId);
    expect([saga.step, saga.attempt]).not.toEqual([step, attempt]);
  });
}

test.each([
  ['AWAITING_STOCK', 'RESERVATION_EXPIRED'],
  ['AWAITING_PAYMENT', 'PAYMENT_EXPIRED'],
  ['AWAITING_CONFIRMATION', 'RESERVATION_EXPIRED'],
])('an order that waits too long at %s is cancelled with %s', async (step, code) => {
  await shop.goTo(step);
  await letPass();
  expect(await desk.orderRow(orderId)).toMatchObject({ status: 'CANCELLED', cancellation: { code, lines: [] } });
  expect(await desk.sagaOf(orderId)).toMatchObject({ step: 'COMPENSATING', attempt: 1, seconds: 60 });
});

test.each([
  ['AWAITING_CAPTURE', 600],
  ['AWAITING_DISPATCH', 259_200],
  ['AWAITING_DELIVERY', 1_209_600],
])(
  'an order that waits too long at %s waits on: an alarm is raised and the deadline begins anew',
  async (step, seconds) => {
    await shop.goTo(step);
    const history = await desk.historyOf(orderId);
    await letPass();
    expect(await desk.sagaOf(orderId)).toMatchObject({ step, attempt: 2, seconds });
    expect(await desk.historyOf(orderId)).toEqual(history);
  },
);

test('a delivered order is over after its time, and nothing is awaited any more', async () => {
  await shop.goTo('AWAITING_COMPLETION');
  expect((await desk.sagaOf(orderId)).seconds).toBe(14 * 24 * 60 * 60);
  await letPass();
  expect(await desk.orderRow(orderId)).toMatchObject({ status: 'COMPLETED' });
  expect(await desk.sagaOf(orderId)).toMatchObject({ step: 'DONE', seconds: null });
});

test('a compensation that is not answered is told again, later and later, until it is', async () => {
  await shop.goTo('AWAITING_PAYMENT');
  for (const _passed of [1, 2, 3]) await letPass();
  expect(await desk.sagaOf(orderId)).toMatchObject({ step: 'COMPENSATING', attempt: 3, seconds: 240 });
  const told = (await desk.messagesOf(orderId)).filter(({ type }) => type === 'orders.order.cancelled.v1');
  expect(told.map(({ payload }) => [payload.code, payload.attempt])).toEqual([
    ['PAYMENT_EXPIRED', 1],
    ['PAYMENT_EXPIRED', 2],
    ['PAYMENT_EXPIRED', 3],
  ]);
  await shop.voided();
  await shop.released();
  await desk.reaches(orderId, 'DONE');
  expect(await desk.historyOf(orderId)).toEqual(['1 PENDING', '2 CANCELLED']);
});

test('of two processes that see the same deadline, one deals with it', async () => {
  const { orm, logger } = desk.orders.running.parts;
  const checkout = new Checkout({ completeAfterSeconds: 10, logger });
  await desk.passDeadline(orderId);
  await Promise.all([1, 2, 3, 4].map(() => checkout.advanceIfDue(orm.em, orderId, new Date())));
  expect(await desk.publishedOf(orderId)).toEqual(['placed', 'cancelled']);
});

test('a deadline that cannot be dealt with does not keep the others waiting', async () => {
  const broken = orderId;
  const [saga] = await desk.query<{ data: object }>('select data from saga_instance where order_id = ?', [broken]);
  await desk.query(
    `update saga_instance set step = 'NO_SUCH_STEP', deadline = now() - interval '1 hour' where order_id = ?`,
    [broken],
  );
  orderId = await desk.placed(aCustomer(newId()));
  await letPass();
  expect(await desk.orderRow(broken)).toMatchObject({ status: 'PENDING' });
  await desk.query(`update saga_instance set step = 'AWAITING_STOCK', data = ?::jsonb where order_id = ?`, [
    JSON.stringify(saga?.data),
    broken,
  ]);
  await desk.reaches(broken, 'COMPENSATING');
});
