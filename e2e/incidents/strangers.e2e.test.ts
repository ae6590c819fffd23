import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from '@jest/globals';
import type { ShopClient } from '@souk/client/shop-client';
import {
  CancelOrderDocument,
  CartContentsDocument,
  MyOrdersDocument,
  OrderDetailsDocument,
  PlaceOrderDocument,
  RefundPaymentDocument,
  WatchOrderDocument,
} from '@souk/schema/generated/graphql';
import { goodsInStock } from '../src/goods.js';
import { anOrderFor, buy, changesUntil, orderOf, quoteFor } from '../src/shopping.js';
import { aCustomer, aGuest, existing, passerBy, theManager, type Visitor } from '../src/visitors.js';

let manager: ShopClient;
let owner: Visitor;
let stranger: Visitor;
let orderId: string;
const absentId = '01a20634-7bde-7265-aa20-31443bf4644b';

beforeAll(async () => {
  manager = await theManager();
  [owner, stranger] = await Promise.all([aCustomer(), aCustomer()]);
  const goods = await goodsInStock(manager, 2);
  orderId = await buy(owner, goods.variantId);
  await changesUntil(owner, orderId, ({ status }) => status === 'PAID');
}, 60_000);

/** Without what is left of the visitor's budget, which fills up while they ask. */
function said<Answer extends { data?: unknown; errors?: unknown }>({ data, errors }: Answer) {
  return { data, errors };
}

test("somebody else's order looks like one that is not there", async () => {
  for (const visitor of [stranger, await aGuest()]) {
    const theirs = await visitor.shop.send(OrderDetailsDocument, { id: orderId });
    const absent = await visitor.shop.send(OrderDetailsDocument, { id: absentId });
    expect(said(theirs)).toEqual(said(absent));
    expect(theirs.data).toEqual({ order: null });
  }
  const { errors } = await passerBy.send(OrderDetailsDocument, { id: orderId });
  expect(errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
});

test("somebody else's order is not in one's list, cannot be cancelled and cannot be watched", async () => {
  expect((await stranger.shop.run(MyOrdersDocument, { first: 10 })).orders?.nodes).toEqual([]);
  const cancel = { input: { orderId, idempotencyKey: randomUUID() } };
  expect((await stranger.shop.run(CancelOrderDocument, cancel)).cancelOrder?.userErrors).toMatchObject([
    { code: 'NOT_FOUND' },
  ]);
  const watching = stranger.shop.subscribe(WatchOrderDocument, { orderId, afterSequence: 0 }).next();
  await expect(watching).rejects.toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
});

test("somebody else's quote cannot be ordered at", async () => {
  const goods = await goodsInStock(manager, 1);
  const quoteId = await quoteFor(owner, goods.variantId);
  const { placeOrder } = await stranger.shop.run(PlaceOrderDocument, { input: anOrderFor(stranger, quoteId) });
  expect(placeOrder?.userErrors).toMatchObject([{ code: 'QUOTE_NOT_FOUND' }]);
  expect((await stranger.shop.run(CartContentsDocument, {})).cart?.lines).toEqual([]);
});

test('a customer gives no money back, not even their own', async () => {
  const paymentId = existing((await orderOf(owner, orderId)).payment).id;
  const { errors } = await owner.shop.send(RefundPaymentDocument, {
    input: { paymentId, idempotencyKey: randomUUID() },
  });
  expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
});
