import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { newId } from '@souk/kit/domain';
import type { Caller } from '@souk/kit/identity';
import { aCustomer, aGuest, eventually, publishEvent, republish } from '@souk/kit/testing';
import { orderConfirmedV1 } from '@souk/schema/events/orders';
import { operations } from '../../test/cart-operations.js';
import { startTestCart, type TestCart } from '../../test/start-test-cart.js';

let cart: TestCart;
let shirt: string;
let hat: string;

beforeAll(async () => {
  cart = await startTestCart();
}, 60_000);
afterAll(() => cart.stop());
beforeEach(() => {
  [shirt, hat] = [cart.shop.sell(), cart.shop.sell()];
});

async function quoteOf(caller: Caller): Promise<string> {
  const { data, errors } = await cart.send(caller, operations.quote, { destination: { countryCode: 'DE' } });
  expect(errors).toBeUndefined();
  return data.cart.quote.quote.id;
}

async function fill(caller: Caller, quantities: Record<string, number>): Promise<void> {
  const lines = Object.entries(quantities).map(([variantId, quantity]) => ({ variantId, quantity }));
  await cart.send(caller, operations.add, { input: { lines } });
}

async function held(caller: Caller): Promise<Record<string, number>> {
  const { data } = await cart.send(caller, operations.cart);
  const lines = data.cart.lines as { variant: { id: string }; quantity: number }[];
  return Object.fromEntries(lines.map(({ variant, quantity }) => [variant.id, quantity]));
}

function confirm(caller: Caller, quoteId: string, quantities: Record<string, number>) {
  const orderId = newId();
  const lines = Object.entries(quantities).map(([variantId, quantity]) => ({ variantId, quantity }));
  const order = { orderId, orderNumber: 'S-1', customerId: caller.id ?? '', quoteId, lines };
  const total = { amountMinor: 1_000, currency: 'EUR' };
  const { nats } = cart.running.parts;
  return publishEvent(nats, orderConfirmedV1({ ...order, total }), { aggregateId: orderId, version: 1 });
}

const isDone = (orderId: string) =>
  eventually(async () => {
    const [row] = await cart.rows<{ done_at: Date | null }>('select done_at from order_removal where order_id = ?', [
      orderId,
    ]);
    expect(row?.done_at).toBeTruthy();
  });

test('exactly what was ordered leaves the cart, however often the order is confirmed', async () => {
  const caller = aCustomer(newId());
  await fill(caller, { [shirt]: 2, [hat]: 1 });
  const quoteId = await quoteOf(caller);
  await fill(caller, { [shirt]: 3 });
  const event = await confirm(caller, quoteId, { [shirt]: 2, [hat]: 1 });
  await isDone(event.subject);
  await republish(cart.running.parts.nats, event);
  await republish(cart.running.parts.nats, { ...event, id: newId(), aggregateversion: 2 });
  const { nats } = cart.running.parts;
  await eventually(async () => {
    const info = await (await nats.jetstream().consumers.get('ORDERS', 'cart-orders-order')).info();
    expect([info.num_pending, info.num_ack_pending]).toEqual([0, 0]);
  });
  expect(await held(caller)).toEqual({ [shirt]: 3 });
});

test('what was taken out in the meantime is no problem', async () => {
  const caller = aCustomer(newId());
  await fill(caller, { [shirt]: 2, [hat]: 1 });
  const quoteId = await quoteOf(caller);
  await cart.send(caller, operations.change, { input: { lines: [{ variantId: shirt, quantity: 1 }] } });
  await isDone((await confirm(caller, quoteId, { [shirt]: 2 })).subject);
  expect(await held(caller)).toEqual({ [hat]: 1 });
});

test("what a guest ordered leaves the account's cart when the guest has signed in since", async () => {
  const guest = aGuest(newId());
  await fill(guest, { [shirt]: 2 });
  const quoteId = await quoteOf(guest);
  const caller = aCustomer(newId(), { guestId: guest.id ?? '' });
  await fill(caller, { [shirt]: 1 });
  await isDone((await confirm(guest, quoteId, { [shirt]: 2 })).subject);
  expect(await held(caller)).toEqual({ [shirt]: 1 });
});

test('that the guest signed in is known from the database when Redis has forgotten it', async () => {
  const guest = aGuest(newId());
  await fill(guest, { [shirt]: 2 });
  const quoteId = await quoteOf(guest);
  const caller = aCustomer(newId(), { guestId: guest.id ?? '' });
  await fill(caller, { [shirt]: 1 });
  await eventually(async () => {
    expect(await cart.rows('select 1 from cart where owner_id = ? and cart_version = 2', [caller.id])).toHaveLength(1);
  });
  await cart.redis.del(cart.keys.merged(guest.id ?? ''), cart.keys.cart(caller.id ?? ''));
  await isDone((await confirm(guest, quoteId, { [shirt]: 2 })).subject);
  expect(await held(caller)).toEqual({ [shirt]: 1 });
});

test('a cart that Redis has lost is read back and then loses what was ordered', async () => {
  const caller = aCustomer(newId());
  await fill(caller, { [shirt]: 2 });
  const quoteId = await quoteOf(caller);
  await eventually(async () => {
    expect(await cart.rows('select 1 from cart where owner_id = ?', [caller.id])).toHaveLength(1);
  });
  await cart.redis.del(cart.keys.cart(caller.id ?? ''));
  await isDone((await confirm(caller, quoteId, { [shirt]: 1 })).subject);
  expect(await held(caller)).toEqual({ [shirt]: 1 });
});

test('what was applied but lost before it was copied is applied again', async () => {
  const caller = aCustomer(newId());
  const key = cart.keys.cart(caller.id ?? '');
  await fill(caller, { [shirt]: 2 });
  const quoteId = await quoteOf(caller);
  await eventually(async () => {
    expect(await cart.rows('select 1 from cart where owner_id = ?', [caller.id])).toHaveLength(1);
  });
  const { subject: orderId } = await confirm(caller, quoteId, { [shirt]: 1 });
  await eventually(async () => expect(await cart.redis.hget(key, 'orders')).toContain(orderId));
  await cart.redis.del(key);
  await cart.rows(`update order_removal set applied_at = now() - interval '5 seconds' where order_id = ?`, [orderId]);
  expect([{ [shirt]: 2 }, { [shirt]: 1 }]).toContainEqual(await held(caller));
  await eventually(async () => expect(await held(caller)).toEqual({ [shirt]: 1 }));
  await isDone(orderId);
});

test('an order whose quote or cart is not there any more is done with', async () => {
  const caller = aCustomer(newId());
  await fill(caller, { [shirt]: 2 });
  const quoteId = await quoteOf(caller);
  await eventually(async () => {
    expect(await cart.rows('select 1 from cart where owner_id = ?', [caller.id])).toHaveLength(1);
  });
  await cart.rows(`update cart set expires_at = now() - interval '1 day' where owner_id = ?`, [caller.id]);
  await cart.redis.del(cart.keys.cart(caller.id ?? ''));
  await fill(caller, { [shirt]: 5 });
  await isDone((await confirm(caller, quoteId, { [shirt]: 2 })).subject);
  await isDone((await confirm(caller, newId(), { [shirt]: 2 })).subject);
  expect(await held(caller)).toEqual({ [shirt]: 5 });
});
