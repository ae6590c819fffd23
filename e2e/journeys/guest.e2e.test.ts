import { beforeAll, expect, test } from '@jest/globals';
import type { ShopClient } from '@souk/client/shop-client';
import {
  AddCartLinesDocument,
  CartContentsDocument,
  MeDocument,
  MyOrdersDocument,
  OpenOrderLinkDocument,
  OrderDetailsDocument,
  PlaceOrderDocument,
} from '@souk/schema/generated/graphql';
import { goodsInStock } from '../src/goods.js';
import { textInMailTo } from '../src/mail.js';
import { anOrderFor, buy, changesUntil, orderOf, quoteFor } from '../src/shopping.js';
import { aCustomer, aGuest, existing, passerBy, theManager } from '../src/visitors.js';

let manager: ShopClient;

beforeAll(async () => {
  manager = await theManager();
});

test('a guest buys, gets a link by mail, and sees that order alone through it', async () => {
  const [guest, goods] = [await aGuest(), await goodsInStock(manager, 2)];
  const orderId = await buy(guest, goods.variantId);
  const secret = await textInMailTo(guest.email, /\/orders\/link\/([\w-]+)/);
  const { openOrderLink } = await passerBy.run(OpenOrderLinkDocument, { secret });
  expect(openOrderLink?.orderId).toBe(orderId);
  const bearer = { shop: passerBy.as(existing(openOrderLink?.accessToken)) };
  expect((await orderOf(bearer, orderId)).id).toBe(orderId);
  const other = await buy(guest, goods.variantId);
  expect((await bearer.shop.send(OrderDetailsDocument, { id: other })).data).toEqual({ order: null });
  const wrong = await passerBy.run(OpenOrderLinkDocument, { secret: 'wrong' });
  expect(wrong.openOrderLink?.userErrors).toMatchObject([{ code: 'INVALID_ORDER_LINK' }]);
}, 60_000);

test('a guest needs an address for mail, and nobody orders without a token', async () => {
  const [guest, goods] = [await aGuest(), await goodsInStock(manager, 1)];
  const quoteId = await quoteFor(guest, goods.variantId);
  const input = anOrderFor(guest, quoteId, { contactEmail: null });
  expect((await guest.shop.run(PlaceOrderDocument, { input })).placeOrder?.userErrors).toMatchObject([
    { code: 'EMAIL_REQUIRED' },
  ]);
  const { errors } = await passerBy.send(PlaceOrderDocument, { input });
  expect(errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
});

test('what a guest put into the cart and ordered is theirs when they open an account', async () => {
  const [guest, goods] = [await aGuest(), await goodsInStock(manager, 5)];
  const orderId = await buy(guest, goods.variantId);
  await changesUntil(guest, orderId, ({ status }) => status === 'PAID');
  await guest.shop.run(AddCartLinesDocument, { input: { lines: [{ variantId: goods.variantId, quantity: 3 }] } });
  const customer = await aCustomer(guest.shop);
  const { cart } = await customer.shop.run(CartContentsDocument, {});
  expect(cart?.lines).toMatchObject([{ quantity: 3, variant: { id: goods.variantId } }]);
  const { orders } = await customer.shop.run(MyOrdersDocument, { first: 10 });
  expect(orders?.nodes.map(({ id }) => id)).toContain(orderId);
  expect((await customer.shop.run(MeDocument, {})).me?.email).toBe(customer.email);
}, 60_000);
