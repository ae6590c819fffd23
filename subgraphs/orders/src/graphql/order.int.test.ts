import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '@souk/kit/domain';
import { anonymous, type Caller } from '@souk/kit/identity';
import { aCustomer, aGuest, aStaffMember } from '@souk/kit/testing';
import { aQuote } from '../../test/builders/quote.js';
import { Neighbours } from '../../test/neighbours.js';
import { OrderDesk } from '../../test/order-desk.js';

let desk: OrderDesk;
const staff = aStaffMember(newId(), ['orders:read']);

beforeAll(async () => {
  desk = await OrderDesk.open();
}, 60_000);
afterAll(() => desk.close());

const order = 'query ($id: ID!) { order(id: $id) { id orderNumber } }';
const entity =
  'query ($id: ID!) { _entities(representations: [{ __typename: "Order", id: $id }]) { ... on Order { orderNumber } } }';
const linkTo = (orderId: string): Caller => ({ kind: 'order-link', orderId, roles: [], scopes: [] });
const guestMail = { contactEmail: 'guest@example.com' };

test('an order tells everything that was agreed', async () => {
  const customer = aCustomer(newId());
  const quote = aQuote();
  desk.sell(quote);
  const id = await desk.placed(customer, { quoteId: quote.quoteId });
  const { data } = await desk.orders.send(
    customer,
    `query ($id: ID!) { order(id: $id) {
      status lines { variant { id } sku name quantity unitPrice { amountMinor } lineTotal { amountMinor } tax { amountMinor } }
      subtotal { amountMinor } shippingTotal { amountMinor } taxTotal { amountMinor } total { amountMinor currency formatted }
      pricesIncludeTax shippingAddress { name city region countryCode } shippingMethod { code name }
      contactEmail customer { id } cancellation { code } history { sequence status order { id } }
    } }`,
    { id },
  );
  const minor = (amountMinor: number) => ({ amountMinor });
  expect(data.order).toEqual({
    status: 'PENDING',
    lines: [
      {
        variant: { id: quote.lines[0]?.variantId },
        sku: 'MUG-BLUE',
        name: 'Mug, blue',
        quantity: 2,
        unitPrice: minor(1_000),
        lineTotal: minor(2_000),
        tax: minor(319),
      },
    ],
    subtotal: minor(2_000),
    shippingTotal: minor(490),
    taxTotal: minor(397),
    total: { amountMinor: 2_490, currency: 'EUR', formatted: '€24.90' },
    pricesIncludeTax: true,
    shippingAddress: { name: 'A Customer', city: 'Berlin', region: null, countryCode: 'DE' },
    shippingMethod: { code: 'STANDARD', name: 'Standard' },
    contactEmail: null,
    customer: { id: customer.id },
    cancellation: null,
    history: [{ sequence: 1, status: 'PENDING', order: { id } }],
  });
});

test('a cancelled order tells why, and its history after a row', async () => {
  const customer = aCustomer(newId());
  const id = await desk.placed(customer);
  const shop = new Neighbours(desk, id);
  const variantId = newId();
  await shop.rejected(variantId);
  await desk.reaches(id, 'DONE');
  const { data } = await desk.orders.send(
    customer,
    `query ($id: ID!) { order(id: $id) {
      cancellation { code message lines { variantId requested available } } history(afterSequence: 1) { sequence status }
    } }`,
    { id },
  );
  expect(data.order).toEqual({
    cancellation: {
      code: 'OUT_OF_STOCK',
      message: 'Not everything that was ordered is in stock.',
      lines: [{ variantId, requested: 2, available: 1 }],
    },
    history: [{ sequence: 2, status: 'CANCELLED' }],
  });
});

test('an order is seen by its buyer, by who they became, through its link, and by staff that may read orders', async () => {
  const guest = aGuest(newId());
  const id = await desk.placed(guest, guestMail);
  for (const caller of [guest, aCustomer(newId(), { guestId: guest.id }), linkTo(id), staff]) {
    expect((await desk.orders.send(caller, order, { id })).data.order.id).toBe(id);
    expect((await desk.orders.send(caller, entity, { id })).data._entities[0].orderNumber).toMatch(/^S-/);
  }
});

test("to strangers somebody else's order looks as if it were not there, also as an entity", async () => {
  const id = await desk.placed(aCustomer(newId()));
  const strangers = [aCustomer(newId()), aGuest(newId()), linkTo(newId()), aStaffMember(newId(), ['catalog:write'])];
  for (const caller of strangers) {
    expect(await desk.orders.send(caller, order, { id })).toEqual({ data: { order: null } });
    expect(await desk.orders.send(caller, order, { id: newId() })).toEqual({ data: { order: null } });
    expect(await desk.orders.send(caller, entity, { id })).toEqual({ data: { _entities: [null] } });
  }
});

test("a guest's order has no customer and says where to write to", async () => {
  const guest = aGuest(newId());
  const id = await desk.placed(guest, guestMail);
  const { data } = await desk.orders.send(
    guest,
    'query ($id: ID!) { order(id: $id) { customer { id } contactEmail } }',
    { id },
  );
  expect(data.order).toEqual({ customer: null, ...guestMail });
});

test('without a token nothing of an order is told, on any way', async () => {
  const id = await desk.placed(aCustomer(newId()));
  for (const query of [order, 'query { orders { nodes { id } } }', 'query { ordersForStaff { nodes { id } } }']) {
    const { errors } = await desk.orders.send(anonymous, query, { id });
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  }
  expect(await desk.orders.send(anonymous, entity, { id })).toEqual({ data: { _entities: [null] } });
});

test.each(['', 'nonsense', `${newId()}x`, newId().toUpperCase()])('the id "%s" is bad input', async (id) => {
  for (const query of [order, entity]) {
    expect((await desk.orders.send(staff, query, { id })).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  }
});

const orders = `query ($first: Int, $after: String) {
  orders(first: $first, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } }
}`;

test('the orders of somebody come in pages, newest first, those from their time as a guest included', async () => {
  const guest = aGuest(newId());
  const customer = aCustomer(newId(), { guestId: guest.id });
  const oldest = await desk.placed(guest, guestMail);
  const middle = await desk.placed(customer);
  const newest = await desk.placed(customer);
  const first = (await desk.orders.send(customer, orders, { first: 2 })).data.orders;
  expect(first).toMatchObject({ nodes: [{ id: newest }, { id: middle }], pageInfo: { hasNextPage: true } });
  const second = (await desk.orders.send(customer, orders, { first: 2, after: first.pageInfo.endCursor })).data.orders;
  expect(second).toMatchObject({ nodes: [{ id: oldest }], pageInfo: { hasNextPage: false } });
  expect((await desk.orders.send(linkTo(oldest), orders)).data.orders.nodes).toEqual([]);
});

test.each([
  { first: 0 },
  { first: 101 },
  { after: 'nonsense' },
  { after: Buffer.from('["nonsense"]').toString('base64url') },
])('a page of %j is bad input', async (page) => {
  expect((await desk.orders.send(aCustomer(newId()), orders, page)).errors?.[0]?.extensions.code).toBe(
    'BAD_USER_INPUT',
  );
});

test("staff sees everybody's orders, all or of one status, and customers do not", async () => {
  const customer = aCustomer(newId());
  const id = await desk.placed(customer);
  const query = `query ($status: OrderStatus, $after: String) {
    ordersForStaff(status: $status, first: 1, after: $after) { nodes { id } pageInfo { endCursor } }
  }`;
  const newest = (await desk.orders.send(staff, query)).data.ordersForStaff;
  expect(newest.nodes).toEqual([{ id }]);
  const next = (await desk.orders.send(staff, query, { after: newest.pageInfo.endCursor })).data.ordersForStaff;
  expect(next.nodes[0].id).not.toBe(id);
  expect((await desk.orders.send(staff, query, { status: 'DELIVERED' })).data.ordersForStaff.nodes).toEqual([]);
  expect((await desk.orders.send(customer, query)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});

test('customers have their orders, for themselves and for staff, and nothing for others', async () => {
  const customer = aCustomer(newId());
  const id = await desk.placed(customer);
  const query = `query ($ids: [_Any!]!) { _entities(representations: $ids) { ... on Customer { orders(first: 5) { nodes { id } } } } }`;
  const ids = [customer.id, newId()].map((id) => ({ __typename: 'Customer', id }));
  const seenBy = async (caller: Caller) => (await desk.orders.send(caller, query, { ids })).data._entities;
  expect(await seenBy(customer)).toEqual([{ orders: { nodes: [{ id }] } }, { orders: null }]);
  expect(await seenBy(staff)).toEqual([{ orders: { nodes: [{ id }] } }, { orders: { nodes: [] } }]);
  expect(await seenBy(aCustomer(newId()))).toEqual([{ orders: null }, { orders: null }]);
});
