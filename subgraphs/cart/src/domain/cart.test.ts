import { expect, test } from '@jest/globals';
import { newId, takeRecordedEvents } from '@souk/kit/domain';
import { aCartRecord } from '../../test/builders/a-cart-record.js';
import { Cart } from './cart.js';

test('a newer cart is taken over, with all that it remembers, and told of', () => {
  const record = aCartRecord({ requests: [{ key: 'key', hash: 'hash', version: 1 }], orders: [newId()] });
  const cart = Cart.of(record);
  cart.copy(record);
  const { version: cartVersion, lines, requests, orders } = record;
  expect(cart).toMatchObject({ cartVersion, lines, requests, orders });
  expect(takeRecordedEvents(cart)).toEqual([{ type: 'CartUpdated', cart }]);
});

test('a cart that is not newer changes nothing', () => {
  const record = aCartRecord({ version: 5 });
  const cart = Cart.of(record);
  cart.copy(record);
  takeRecordedEvents(cart);
  for (const version of [5, 4]) cart.copy({ ...record, version, lines: [] });
  expect(cart.lines).toEqual(record.lines);
  expect(takeRecordedEvents(cart)).toEqual([]);
});

test('a newer cart with the same lines, in whatever order, is nothing to tell of', () => {
  const lines = [newId(), newId()].map((variantId) => ({ variantId, quantity: 2 }));
  const record = aCartRecord({ lines });
  const cart = Cart.of(record);
  cart.copy(record);
  takeRecordedEvents(cart);
  cart.copy({ ...record, version: 2, lines: lines.toReversed() });
  expect(cart.cartVersion).toBe(2);
  expect(takeRecordedEvents(cart)).toEqual([]);
});

test("a guest's cart that went in is told of once", () => {
  const absorbed = [{ guestId: newId(), cartId: newId() }];
  const record = aCartRecord({ absorbed });
  const cart = Cart.of(record);
  expect(cart.arrivalsIn(record)).toEqual(absorbed);
  cart.copy(record);
  cart.copy({ ...record, version: 2 });
  expect(cart.arrivalsIn(record)).toEqual([]);
  expect(takeRecordedEvents(cart).map(({ type }) => type)).toEqual(['CartMerged', 'CartUpdated']);
});

test("a guest's cart that went over into an account's is empty and takes nothing over any more", () => {
  const record = aCartRecord({ kind: 'GUEST' });
  const cart = Cart.of(record);
  cart.copy(record);
  takeRecordedEvents(cart);
  const accountId = newId();
  cart.goOverTo(accountId);
  cart.goOverTo(newId());
  cart.copy({ ...record, version: 9 });
  expect(cart).toMatchObject({ mergedInto: accountId, lines: [], cartVersion: 1 });
  expect(takeRecordedEvents(cart)).toEqual([{ type: 'CartUpdated', cart }]);
});
