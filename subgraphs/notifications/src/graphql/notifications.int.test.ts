import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '@souk/kit/domain';
import { anonymous, type Caller } from '@souk/kit/identity';
import { aCustomer, aGuest, publishEvent } from '@souk/kit/testing';
import { aGuestOrder, anOrder, type OrderSummary } from '../../test/builders/an-order.js';
import { eventsOf } from '../../test/order-events.js';
import { startTestNotifications, type TestNotifications } from '../../test/start-test-notifications.js';
import { untilHandled } from '../../test/until-handled.js';

let notifications: TestNotifications;

beforeAll(async () => {
  notifications = await startTestNotifications();
}, 60_000);
afterAll(() => notifications.stop());

const list = `query ($first: Int, $after: String, $unreadOnly: Boolean! = false) {
  notifications(first: $first, after: $after, unreadOnly: $unreadOnly) {
    nodes { id kind title body order { id } createdAt readAt } totalCount unreadCount pageInfo { hasNextPage endCursor }
  }
}`;
const mark = `mutation ($input: MarkNotificationsReadInput!) {
  markNotificationsRead(input: $input) { notifications { id readAt } userErrors { code } }
}`;
const steps = ['ORDER_PLACED', 'ORDER_PAID', 'ORDER_DELIVERED'] as const;

/** An order whose buyer has been told three things. */
async function aToldOrder(order = anOrder()): Promise<OrderSummary> {
  notifications.shop.add(order);
  const { nats } = notifications.running.parts;
  for (const [index, step] of steps.entries()) {
    await publishEvent(nats, eventsOf[step](order), { aggregateId: order.orderId, version: index + 1 });
  }
  await untilHandled(notifications, 'orders', 'order');
  return order;
}

async function read(caller: Caller, variables: Record<string, unknown> = {}) {
  const { data, errors } = await notifications.send(caller, list, variables);
  expect(errors).toBeUndefined();
  return data.notifications;
}

const kindsOf = ({ nodes }: { nodes: { kind: string }[] }) => nodes.map(({ kind }) => kind);
const codeOf = ({ errors }: { errors?: { extensions: { code: string } }[] }) => errors?.[0]?.extensions.code;

test('customers read what they were told, newest first, in words', async () => {
  const { customerId, orderId, orderNumber } = await aToldOrder();
  const page = await read(aCustomer(customerId));
  expect(page).toMatchObject({ totalCount: 3, unreadCount: 3, pageInfo: { hasNextPage: false } });
  expect(kindsOf(page)).toEqual(['ORDER_DELIVERED', 'ORDER_PAID', 'ORDER_PLACED']);
  expect(page.nodes[2]).toMatchObject({
    title: 'Order received',
    body: `We have received your order ${orderNumber}.`,
    order: { id: orderId },
    readAt: null,
  });
});

test('the list comes in pages', async () => {
  const { customerId } = await aToldOrder();
  const first = await read(aCustomer(customerId), { first: 2 });
  const second = await read(aCustomer(customerId), { first: 2, after: first.pageInfo.endCursor });
  expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
  expect([...kindsOf(first), ...kindsOf(second)]).toEqual([...steps].reverse());
});

test('what was read is marked, once, and can be left out', async () => {
  const { customerId } = await aToldOrder();
  const me = aCustomer(customerId);
  const [newest] = (await read(me)).nodes;
  const input = { ids: [newest.id] };
  const { data } = await notifications.send(me, mark, { input });
  expect(data.markNotificationsRead).toEqual({
    notifications: [{ id: newest.id, readAt: expect.any(String) }],
    userErrors: [],
  });
  const again = await notifications.send(me, mark, { input });
  expect(again.data.markNotificationsRead).toEqual(data.markNotificationsRead);
  const unread = await read(me, { unreadOnly: true });
  expect(unread).toMatchObject({ totalCount: 2, unreadCount: 2 });
  expect(kindsOf(unread)).toEqual(['ORDER_PAID', 'ORDER_PLACED']);
  expect(await read(me)).toMatchObject({ totalCount: 3, unreadCount: 2 });
});

test("somebody else's notifications are as good as absent", async () => {
  const { customerId } = await aToldOrder();
  const stranger = aCustomer(newId());
  expect(await read(stranger)).toMatchObject({ nodes: [], totalCount: 0, unreadCount: 0 });
  const ids = (await read(aCustomer(customerId))).nodes.map(({ id }: { id: string }) => id);
  const { data } = await notifications.send(stranger, mark, { input: { ids: [...ids, newId()] } });
  expect(data.markNotificationsRead).toEqual({ notifications: [], userErrors: [] });
  expect((await read(aCustomer(customerId))).unreadCount).toBe(3);
});

test('guests have a list, and keep it when they sign in', async () => {
  const { customerId: guestId } = await aToldOrder(aGuestOrder());
  expect((await read(aGuest(guestId))).totalCount).toBe(3);
  expect((await read(aCustomer(newId(), { guestId }))).totalCount).toBe(3);
});

test('the bearer of an order link has no list', async () => {
  const { orderId } = await aToldOrder(aGuestOrder());
  const bearer: Caller = { kind: 'order-link', orderId, roles: [], scopes: [] };
  expect((await read(bearer)).totalCount).toBe(0);
});

test('who has no token is told so', async () => {
  expect(codeOf(await notifications.send(anonymous, list))).toBe('UNAUTHENTICATED');
  expect(codeOf(await notifications.send(anonymous, mark, { input: { ids: [] } }))).toBe('UNAUTHENTICATED');
});

test.each([
  [{ first: 0 }],
  [{ first: 101 }],
  [{ after: 'nonsense' }],
  [{ after: Buffer.from('["nonsense"]').toString('base64url') }],
])('a page that cannot be is refused: %j', async (variables) => {
  expect(codeOf(await notifications.send(aCustomer(newId()), list, variables))).toBe('BAD_USER_INPUT');
});

test.each([[['nonsense']], [Array.from({ length: 101 }, () => newId())]])(
  'ids that cannot be are refused',
  async (ids) => {
    const answer = await notifications.send(aCustomer(newId()), mark, { input: { ids } });
    expect(codeOf(answer)).toBe('BAD_USER_INPUT');
  },
);
