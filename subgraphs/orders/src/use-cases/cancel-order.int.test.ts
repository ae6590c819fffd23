import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { newId } from '@souk/kit/domain';
import { anonymous } from '@souk/kit/identity';
import { aCustomer, aGuest, aStaffMember, eventually } from '@souk/kit/testing';
import { allIsHeard, Neighbours } from '../../test/neighbours.js';
import { anOrderInput, OrderDesk } from '../../test/order-desk.js';

let desk: OrderDesk;
let orderId: string;
let shop: Neighbours;
const customer = aCustomer(newId());
const staff = aStaffMember(newId(), ['orders:read', 'orders:write']);

beforeAll(async () => {
  desk = await OrderDesk.open();
}, 60_000);
afterAll(() => desk.close());
beforeEach(async () => {
  desk.stopShipment = async () => true;
  orderId = await desk.placed(customer);
  shop = new Neighbours(desk, orderId);
});

test.each(['AWAITING_STOCK', 'AWAITING_PAYMENT', 'AWAITING_CONFIRMATION', 'AWAITING_CAPTURE'])(
  'an order at %s is cancelled at once, and shipping is not asked',
  async (step) => {
    desk.stopShipment = async () => {
      throw new Error('There is no parcel yet.');
    };
    await shop.goTo(step);
    const { data } = await desk.cancel(customer, orderId);
    expect(data.cancelOrder).toEqual({
      replayed: false,
      order: { id: orderId, status: 'CANCELLED', cancellation: { code: 'BY_CUSTOMER' } },
      userErrors: [],
    });
    expect(await desk.stepOf(orderId)).toBe('COMPENSATING');
  },
);

test('the parcel of a paid order is stopped first', async () => {
  const requests: object[] = [];
  desk.stopShipment = async (request) => requests.push(request) > 0;
  await shop.goTo('AWAITING_DISPATCH');
  const { data } = await desk.cancel(customer, orderId);
  expect(data.cancelOrder.order.status).toBe('CANCELLED');
  expect(requests).toEqual([{ orderId, code: 'BY_CUSTOMER' }]);
});

test('what the carrier has cannot be cancelled', async () => {
  desk.stopShipment = async () => false;
  await shop.goTo('AWAITING_DISPATCH');
  const { data } = await desk.cancel(customer, orderId);
  expect(data.cancelOrder).toMatchObject({ order: null, userErrors: [{ code: 'INVALID_STATE_TRANSITION' }] });
  expect(await desk.stepOf(orderId)).toBe('AWAITING_DISPATCH');
});

test.each(['AWAITING_DELIVERY', 'AWAITING_COMPLETION', 'DONE'])('an order at %s cannot be cancelled', async (step) => {
  await shop.goTo(step);
  const { data } = await desk.cancel(customer, orderId);
  expect(data.cancelOrder.userErrors).toEqual([{ code: 'INVALID_STATE_TRANSITION', path: ['input', 'orderId'] }]);
});

test('an order that is paid while it is being cancelled is looked at again, and its parcel is stopped', async () => {
  const requests: object[] = [];
  desk.stopShipment = async (request) => requests.push(request) > 0;
  await shop.goTo('AWAITING_CAPTURE');
  const key = newId();
  const cancelling = await withKeyInUse(key, async () => {
    const answer = desk.cancel(customer, orderId, key);
    await somebodyWaitsForALock();
    await shop.captured();
    await desk.reaches(orderId, 'AWAITING_DISPATCH');
    return { answer };
  });
  const { data } = await cancelling.answer;
  expect(data.cancelOrder).toMatchObject({ replayed: false, order: { status: 'CANCELLED' } });
  expect(requests).toEqual([{ orderId, code: 'BY_CUSTOMER' }]);
});

/** Runs while another request with the same idempotency key is under way, which comes to nothing in the end. */
async function withKeyInUse<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
  const em = desk.orders.running.parts.orm.em.fork();
  await em.begin();
  try {
    await em.execute(
      `insert into idempotency (owner, operation, key, request_hash, status, locked_until)
       values (?, 'cancelOrder', ?, '', 'IN_PROGRESS', now())`,
      [customer.id, key],
    );
    return await work();
  } finally {
    await em.rollback();
  }
}

async function somebodyWaitsForALock(): Promise<void> {
  await eventually(async () => {
    const waiting = await desk.query(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    expect(waiting).toHaveLength(1);
  });
}

test("shipping's own word of the stopped parcel may arrive first: the wish is fulfilled all the same", async () => {
  await shop.goTo('AWAITING_DISPATCH');
  desk.stopShipment = async () => {
    await shop.parcelCancelled('BY_CUSTOMER');
    await desk.reaches(orderId, 'COMPENSATING');
    return true;
  };
  const { data } = await desk.cancel(customer, orderId);
  expect(data.cancelOrder).toMatchObject({ order: { status: 'CANCELLED' }, userErrors: [] });
  expect(await desk.historyOf(orderId)).toHaveLength(4);
});

test('the same wish sent five times at once cancels once', async () => {
  const key = newId();
  const answers = await Promise.all([1, 2, 3, 4, 5].map(() => desk.cancel(customer, orderId, key)));
  expect(answers.map(({ data }) => data.cancelOrder.replayed).sort()).toEqual([false, true, true, true, true]);
  expect(await desk.publishedOf(orderId)).toEqual(['placed', 'cancelled']);
});

test('of two wishes at once the second finds the order cancelled', async () => {
  const answers = await Promise.all([1, 2].map(() => desk.cancel(customer, orderId)));
  const codes = answers.map(({ data }) => data.cancelOrder.userErrors[0]?.code);
  expect(codes.sort()).toEqual(['INVALID_STATE_TRANSITION', undefined]);
});

test('a cancellation and a captured payment at the same moment end in one of the two, and the money comes back', async () => {
  await shop.goTo('AWAITING_CAPTURE');
  await Promise.all([shop.captured(), desk.cancel(customer, orderId)]);
  await allIsHeard(desk);
  await shop.refunded();
  await shop.released();
  await desk.reaches(orderId, 'DONE');
  expect((await desk.historyOf(orderId)).at(-1)).toMatch('CANCELLED');
});

test('what one request does is seen by what it does next', async () => {
  const key = newId();
  const quoteId = newId();
  const id = await desk.placed(customer, { quoteId, idempotencyKey: key });
  const document = `mutation ($place: PlaceOrderInput!, $cancel: CancelOrderInput!) {
    placeOrder(input: $place) { replayed order { status } } cancelOrder(input: $cancel) { order { status } }
  }`;
  const place = { ...anOrderInput(), quoteId, idempotencyKey: key };
  const { data } = await desk.orders.send(customer, document, {
    place,
    cancel: { orderId: id, idempotencyKey: newId() },
  });
  expect(data).toEqual({
    placeOrder: { replayed: true, order: { status: 'PENDING' } },
    cancelOrder: { order: { status: 'CANCELLED' } },
  });
});

test('staff cancels in the name of the shop', async () => {
  const { data } = await desk.cancel(staff, orderId);
  expect(data.cancelOrder.order.cancellation).toEqual({ code: 'BY_STAFF' });
});

test('who was a guest when they ordered may cancel after signing in', async () => {
  const guest = aGuest(newId());
  const guestOrderId = await desk.placed(guest, { contactEmail: 'guest@example.com' });
  const { data } = await desk.cancel(aCustomer(newId(), { guestId: guest.id }), guestOrderId);
  expect(data.cancelOrder.order).toMatchObject({ status: 'CANCELLED', cancellation: { code: 'BY_CUSTOMER' } });
});

test('an order that is not there and one of somebody else are refused alike', async () => {
  const readOnly = aStaffMember(newId(), ['orders:read']);
  for (const [caller, id] of [
    [aCustomer(newId()), orderId],
    [readOnly, orderId],
    [customer, newId()],
    [staff, newId()],
  ] as const) {
    const { data } = await desk.cancel(caller, id);
    expect(data.cancelOrder).toMatchObject({ order: null, userErrors: [{ code: 'NOT_FOUND' }] });
  }
  expect(await desk.historyOf(orderId)).toEqual(['1 PENDING']);
});

test('nobody cancels without a token, nor with the link to the order', async () => {
  for (const caller of [anonymous, { kind: 'order-link', orderId, roles: [], scopes: [] } as const]) {
    expect((await desk.cancel(caller, orderId)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  }
});

test('a malformed id and a key that is too short are bad input', async () => {
  for (const [id, key] of [
    ['nonsense', newId()],
    [orderId, 'short'],
  ] as const) {
    expect((await desk.cancel(customer, id, key)).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  }
});

test('while shipping is away a paid order stays as it is and the client is told to come again', async () => {
  await shop.goTo('AWAITING_DISPATCH');
  await desk.silence();
  const { errors } = await desk.cancel(customer, orderId);
  desk.startAnswering();
  expect(errors?.[0]?.extensions.code).toBe('SERVICE_UNAVAILABLE');
  expect(await desk.stepOf(orderId)).toBe('AWAITING_DISPATCH');
});
