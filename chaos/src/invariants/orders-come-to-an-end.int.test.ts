import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { newId } from '@souk/kit/domain';
import { type TestOrder, writeOrder } from '../../test/orders.js';
import { aggregate, TestShop } from '../../test/test-shop.js';
import { ordersComeToAnEnd } from './orders-come-to-an-end.js';

let shop: TestShop;

beforeAll(async () => {
  shop = await TestShop.open('orders', 'payments');
  // The database itself refuses what is looked for here.
  await shop.execute('orders', 'alter table orders drop constraint orders_status_is_in_history');
  await shop.execute('orders', 'alter table order_status_history drop constraint order_status_history_check');
}, 60_000);
afterAll(() => shop.close());
beforeEach(() => shop.execute('orders', 'truncate orders cascade'));

async function askCustomer(orderId: string) {
  const requestedAt = new Date();
  const amounts = { amount_minor: 1, authorized_minor: 0, released_minor: 0, captured_minor: 0, refunded_minor: 0 };
  await shop.insert('payments', 'payment', {
    ...aggregate(),
    ...amounts,
    refunding_minor: 0,
    order_id: orderId,
    customer_id: newId(),
    status: 'ACTION_REQUIRED',
    provider: 'stripe',
    payment_token: 'pm_card_authenticationRequired',
    is_open: true,
    currency: 'EUR',
    pay_by: new Date(requestedAt.getTime() + 600_000),
    requested_at: requestedAt,
  });
}

async function findings() {
  return ordersComeToAnEnd.check(shop.scene());
}

test('orders at their end, and those that wait for a time, a parcel or a person, hold', async () => {
  await writeOrder(shop);
  await writeOrder(shop, { history: ['PENDING', 'CANCELLED'] });
  await writeOrder(shop, { history: ['PENDING', 'CONFIRMED', 'PAID'], step: 'AWAITING_DISPATCH', seconds: 9_999 });
  await askCustomer(await writeOrder(shop, { history: ['PENDING'], step: 'AWAITING_PAYMENT', seconds: 600 }));
  const { breaches, looked, remarks } = await findings();
  expect(breaches).toEqual([]);
  expect(looked).toEqual({ orders: 4, 'status changes': 12 });
  expect(remarks).toEqual(['2 orders still wait: 1 AWAITING_DISPATCH, 1 AWAITING_PAYMENT.']);
});

test.each<[string, string, TestOrder]>([
  [
    'one that waits for money that no customer is asked for',
    'is stuck in AWAITING_PAYMENT',
    { history: ['PENDING'], step: 'AWAITING_PAYMENT', seconds: 600 },
  ],
  [
    'one that is still being undone',
    'is stuck in COMPENSATING',
    { history: ['PENDING', 'CANCELLED'], step: 'COMPENSATING', seconds: 60 },
  ],
  [
    'one whose deadline nobody looks at',
    'its deadline has passed',
    { history: ['PENDING', 'CONFIRMED', 'PAID'], step: 'AWAITING_DISPATCH', seconds: -60 },
  ],
  ['one that nobody goes on with', 'nobody goes on with it', { history: ['PENDING', 'CONFIRMED'] }],
  [
    'one that was shipped before it was paid',
    'CONFIRMED was followed by SHIPPED',
    { history: ['PENDING', 'CONFIRMED', 'SHIPPED'] },
  ],
  [
    'one that was cancelled when it had left',
    'SHIPPED was followed by CANCELLED',
    { history: ['PENDING', 'CONFIRMED', 'PAID', 'SHIPPED', 'CANCELLED'] },
  ],
  [
    'one that goes on after its end',
    'CANCELLED was followed by CONFIRMED',
    { history: ['PENDING', 'CANCELLED', 'CONFIRMED'], step: 'AWAITING_CAPTURE', seconds: 60 },
  ],
  ['one that did not begin', 'nothing was followed by PAID', { history: ['PAID'] }],
])('%s is found', async (_what, sentence, order) => {
  await writeOrder(shop, order);
  expect((await findings()).breaches.map((breach) => breach.sentence)).toContainEqual(
    expect.stringContaining(sentence),
  );
});

test.each([
  ['a change that is missing', 'has a gap before 3', 'delete from order_status_history where sequence = 2'],
  ['a status that no change led to', 'its status is not its last change', `update orders set status = 'PAID'`],
  ['an order without a history', 'it has no history', 'delete from order_status_history'],
  ['an order that no process cares for', 'has no process', 'delete from saga_instance'],
])('%s is found', async (_what, sentence, tampering) => {
  await writeOrder(shop);
  await shop.execute('orders', tampering);
  expect((await findings()).breaches.map((breach) => breach.sentence)).toContainEqual(
    expect.stringContaining(sentence),
  );
});
