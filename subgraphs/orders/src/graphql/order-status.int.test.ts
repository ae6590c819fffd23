import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { newId } from '@souk/kit/domain';
import { anonymous } from '@souk/kit/identity';
import { aCustomer, aStaffMember } from '@souk/kit/testing';
import { Neighbours } from '../../test/neighbours.js';
import { OrderDesk } from '../../test/order-desk.js';
import { Watcher } from '../../test/watcher.js';

let desk: OrderDesk;
let orderId: string;
let shop: Neighbours;
let watcher: Watcher;
const customer = aCustomer(newId());

beforeAll(async () => {
  desk = await OrderDesk.open();
  watcher = new Watcher(desk, customer);
}, 60_000);
afterAll(async () => {
  watcher.leave();
  await desk.close();
});
beforeEach(async () => {
  orderId = await desk.placed(customer);
  shop = new Neighbours(desk, orderId);
});

const wholeWay = ['1 PENDING', '2 CONFIRMED', '3 PAID', '4 SHIPPED', '5 DELIVERED', '6 COMPLETED'];

test('who watches from the beginning sees every status, live, and the end', async () => {
  const watching = watcher.everything(orderId);
  await shop.goTo('DONE');
  expect(await watching).toEqual(wholeWay);
});

test('each change comes with the order as it is', async () => {
  const changes = watcher.changes(orderId);
  expect((await changes.next()).value).toMatchObject({ status: 'PENDING', order: { id: orderId, status: 'PENDING' } });
  await desk.cancel(customer, orderId);
  expect((await changes.next()).value).toMatchObject({ sequence: 2, order: { id: orderId, status: 'CANCELLED' } });
  expect((await changes.next()).done).toBe(true);
});

test('who was away gets what they missed, then what happens: nothing lost, nothing twice', async () => {
  await shop.goTo('AWAITING_DISPATCH');
  const watching = watcher.everything(orderId, 1);
  await shop.goTo('DONE');
  expect(await watching).toEqual(wholeWay.slice(1));
});

test('reconnecting again and again with the last sequence sees the same history', async () => {
  const received: string[] = [];
  const going = shop.goTo('DONE');
  for (let last = 0; last < wholeWay.length; last += 1) {
    for await (const { sequence, status } of watcher.changes(orderId, last)) {
      received.push(`${sequence} ${status}`);
      break;
    }
  }
  await going;
  expect(received).toEqual(wholeWay);
});

test('twenty watchers of one order see the same', async () => {
  const watching = Array.from({ length: 20 }, () => watcher.everything(orderId));
  await shop.goTo('DONE');
  for (const received of await Promise.all(watching)) expect(received).toEqual(wholeWay);
});

test.each([2, 3, 99])(
  'who knows of %i changes of an order that ended with the second is told that it is over',
  async (known) => {
    await desk.cancel(customer, orderId);
    expect(await watcher.everything(orderId, known)).toEqual([]);
  },
);

test("somebody else's order and one that is not there cannot be watched, and look alike", async () => {
  const stranger = new Watcher(desk, aCustomer(newId()));
  for (const id of [orderId, newId()]) await expect(stranger.everything(id)).rejects.toThrow('NOT_FOUND');
  stranger.leave();
});

test('the bearer of its link and staff may watch an order', async () => {
  const link = { kind: 'order-link', orderId, roles: [], scopes: [] } as const;
  await desk.cancel(customer, orderId);
  for (const caller of [link, aStaffMember(newId(), ['orders:read'])]) {
    const other = new Watcher(desk, caller);
    expect(await other.everything(orderId)).toEqual(['1 PENDING', '2 CANCELLED']);
    other.leave();
  }
});

test.each([
  ['UNAUTHENTICATED', anonymous, undefined],
  ['BAD_USER_INPUT', customer, -1],
])('%s is what a watch gets that cannot begin', async (code, caller, afterSequence) => {
  const other = new Watcher(desk, caller);
  await expect(other.everything(orderId, afterSequence)).rejects.toThrow(code);
  other.leave();
});

test('a malformed id is bad input', async () => {
  await expect(watcher.everything('nonsense')).rejects.toThrow('BAD_USER_INPUT');
});
