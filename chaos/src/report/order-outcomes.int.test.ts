import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { newId } from '@souk/kit/domain';
import { type TestOrder, writeOrder } from '../../test/orders.js';
import { TestShop } from '../../test/test-shop.js';
import { orderOutcomes } from './order-outcomes.js';

let shop: TestShop;

beforeAll(async () => {
  shop = await TestShop.open('orders');
}, 60_000);
afterAll(() => shop.close());
beforeEach(() => shop.execute('orders', 'truncate orders cascade'));

const cancelled = (cancelledFor: string, more: TestOrder = {}): TestOrder => ({
  history: ['PENDING', 'CANCELLED'],
  cancelledFor,
  ...more,
});

async function outcomesOf(written: TestOrder[], expiredOrderIds: string[] = []) {
  const emails = [];
  for (const order of written) emails.push(`${await writeOrder(shop, order)}@chaos.example`);
  return orderOutcomes(shop.books, { emails, expiredOrderIds });
}

test('what was paid is due, what its customer gave up is not, and orders of others are not counted', async () => {
  await writeOrder(shop);
  const outcomes = await outcomesOf([
    {},
    cancelled('BY_CUSTOMER'),
    cancelled('OUT_OF_STOCK'),
    { history: ['PENDING'] },
  ]);
  expect(outcomes).toMatchObject({ orders: 4, due: 1, paid: 1, completion: 1 });
  expect(outcomes.cancelledFor).toEqual({ BY_CUSTOMER: 1, OUT_OF_STOCK: 1 });
});

test.each(['RESERVATION_EXPIRED', 'PAYMENT_EXPIRED'])(
  'an order that is cancelled for %s is one that was lost',
  async (code) => {
    expect(await outcomesOf([{}, cancelled(code)])).toMatchObject({ due: 2, paid: 1, completion: 0.5 });
  },
);

test('but not when the plan had ended its time, unless it was cancelled for something else', async () => {
  const [expired, broken] = [newId(), newId()];
  const written = [{}, cancelled('RESERVATION_EXPIRED', { id: expired }), cancelled('SYSTEM', { id: broken })];
  expect(await outcomesOf(written, [expired, broken])).toMatchObject({ due: 2, paid: 1 });
});
