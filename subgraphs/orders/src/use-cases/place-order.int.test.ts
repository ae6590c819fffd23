import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '@souk/kit/domain';
import { anonymous } from '@souk/kit/identity';
import { aCustomer, aGuest } from '@souk/kit/testing';
import { aBuyer, anAddress } from '../../test/builders/order.js';
import { aFreeQuote, aQuote } from '../../test/builders/quote.js';
import { OrderDesk } from '../../test/order-desk.js';
import { Checkout } from './checkout.js';
import { placeOrder } from './place-order.js';

let desk: OrderDesk;

beforeAll(async () => {
  desk = await OrderDesk.open();
}, 60_000);
afterAll(() => desk.close());

async function countOrders(): Promise<number> {
  const [row] = await desk.query<{ count: string }>('select count(*) from orders');
  return Number(row?.count);
}

test('a quote becomes an order that is durably PENDING and waits for its stock', async () => {
  const customer = aCustomer(newId());
  const quote = aQuote();
  desk.sell(quote);
  const { data } = await desk.place(customer, { quoteId: quote.quoteId });
  const { order } = data.placeOrder;
  expect(data.placeOrder).toMatchObject({ replayed: false, userErrors: [], order: { status: 'PENDING' } });
  expect(order.orderNumber).toMatch(/^S-[0-9A-Z]{10}$/);
  expect(await desk.historyOf(order.id)).toEqual(['1 PENDING']);
  expect(await desk.sagaOf(order.id)).toMatchObject({ step: 'AWAITING_STOCK', attempt: 1, seconds: 600 });
  const [changed, placed, ...others] = await desk.messagesOf(order.id);
  expect(others).toEqual([]);
  expect(changed).toMatchObject({
    type: 'orders.order.status-changed.v1',
    payload: { orderId: order.id, customerId: customer.id, sequence: 1, status: 'PENDING' },
  });
  expect(placed).toEqual({
    type: 'orders.order.placed.v1',
    event_version: 2,
    payload: {
      orderId: order.id,
      orderNumber: order.orderNumber,
      customerId: customer.id,
      channelId: 'default',
      lines: [{ variantId: quote.lines[0]?.variantId, quantity: 2 }],
      total: quote.total,
      destinationCountryCode: 'DE',
    },
  });
});

test("cart is asked for the buyer's quotes, those of the guest they were included, and for the place of the address", async () => {
  const [id, guestId] = [newId(), newId()];
  await desk.placed(aCustomer(id, { guestId }));
  expect(desk.freezeRequests.at(-1)).toMatchObject({
    ownerIds: [id, guestId],
    destination: { countryCode: 'DE', region: null, postalCode: '10115' },
  });
});

test('the same wish sent five times at once is one order, and four answers say so', async () => {
  const customer = aCustomer(newId());
  const input = { quoteId: newId(), idempotencyKey: newId() };
  const answers = await Promise.all([1, 2, 3, 4, 5].map(() => desk.place(customer, input)));
  const payloads = answers.map(({ data }) => data.placeOrder);
  expect(new Set(payloads.map(({ order }) => order.id)).size).toBe(1);
  expect(payloads.map(({ replayed }) => replayed).sort()).toEqual([false, true, true, true, true]);
  expect(await desk.publishedOf(payloads[0].order.id)).toEqual(['placed']);
});

test('of two wishes for one quote at once, one is an order and the other is refused', async () => {
  const customer = aCustomer(newId());
  const quoteId = newId();
  const answers = await Promise.all([1, 2].map(() => desk.place(customer, { quoteId })));
  const codes = answers.map(({ data }) => data.placeOrder.userErrors[0]?.code);
  expect(codes.sort()).toEqual(['ALREADY_ORDERED', undefined]);
});

test('a quote whose order was cancelled may be ordered again', async () => {
  const customer = aCustomer(newId());
  const quoteId = newId();
  await desk.cancel(customer, await desk.placed(customer, { quoteId }));
  expect((await desk.place(customer, { quoteId })).data.placeOrder.userErrors).toEqual([]);
});

test('a key that was used for another wish is an error, and the key of somebody else is not', async () => {
  const customer = aCustomer(newId());
  const idempotencyKey = newId();
  await desk.placed(customer, { idempotencyKey });
  const again = await desk.place(customer, { idempotencyKey });
  expect(again.errors?.[0]?.extensions.code).toBe('IDEMPOTENCY_KEY_REUSED');
  expect((await desk.place(aCustomer(newId()), { idempotencyKey })).data.placeOrder.replayed).toBe(false);
});

test('a refusal leaves no trace: the same key may be tried again', async () => {
  const customer = aCustomer(newId());
  const input = { quoteId: newId(), idempotencyKey: newId() };
  desk.quotes.set(input.quoteId, { outcome: 'NOT_DELIVERABLE' });
  expect((await desk.place(customer, input)).data.placeOrder.userErrors).toMatchObject([{ code: 'NOT_DELIVERABLE' }]);
  desk.quotes.delete(input.quoteId);
  expect((await desk.place(customer, input)).data.placeOrder).toMatchObject({ replayed: false, userErrors: [] });
});

test.each([
  ['NOT_FOUND', 'QUOTE_NOT_FOUND', 'quoteId'],
  ['QUOTE_EXPIRED', 'QUOTE_EXPIRED', 'quoteId'],
  ['CART_EMPTY', 'CART_EMPTY', 'quoteId'],
  ['NOT_DELIVERABLE', 'NOT_DELIVERABLE', 'shippingAddress'],
] as const)('a quote that is %s for cart is refused with %s', async (outcome, code, field) => {
  const quoteId = newId();
  desk.quotes.set(quoteId, { outcome });
  const before = await countOrders();
  const { data } = await desk.place(aCustomer(newId()), { quoteId });
  expect(data.placeOrder.order).toBeNull();
  expect(data.placeOrder.userErrors).toEqual([{ __typename: 'InputError', code, path: ['input', field] }]);
  expect(await countOrders()).toBe(before);
});

test('a changed price is refused with the quote of now', async () => {
  const [quoteId, newQuoteId] = [newId(), newId()];
  desk.quotes.set(quoteId, { outcome: 'PRICE_CHANGED', newQuoteId });
  const { data } = await desk.place(aCustomer(newId()), { quoteId });
  const path = ['input', 'quoteId'];
  expect(data.placeOrder.userErrors).toEqual([{ __typename: 'PriceChanged', code: 'PRICE_CHANGED', path, newQuoteId }]);
});

test.each([
  ['INVALID_ADDRESS', { shippingAddress: { ...anAddress({ city: '' }) } }],
  ['INVALID_EMAIL', { contactEmail: 'nobody' }],
  ['INVALID_PAYMENT_TOKEN', { payment: { provider: 'STRIPE', token: '4242 4242 4242 4242' } }],
])('a bad wish is refused with %s before cart is asked', async (code, mistake) => {
  const before = desk.freezeRequests.length;
  const { data } = await desk.place(aCustomer(newId()), mistake);
  expect(data.placeOrder.userErrors).toMatchObject([{ code }]);
  expect(desk.freezeRequests).toHaveLength(before);
});

test('where something is to be paid a payment must be chosen; until then nothing is changed', async () => {
  const customer = aCustomer(newId());
  const input = { quoteId: newId(), idempotencyKey: newId() };
  const before = await countOrders();
  const { data } = await desk.place(customer, { ...input, payment: null });
  const path = ['input', 'payment'];
  expect(data.placeOrder).toMatchObject({ order: null, userErrors: [{ code: 'PAYMENT_REQUIRED', path }] });
  expect(await countOrders()).toBe(before);
  expect((await desk.place(customer, input)).data.placeOrder).toMatchObject({ replayed: false, userErrors: [] });
});

test('where nothing is to be paid, no payment and null are the same wish, and a payment makes it another', async () => {
  const customer = aCustomer(newId());
  const quote = aFreeQuote();
  desk.sell(quote);
  const input = { quoteId: quote.quoteId, idempotencyKey: newId() };
  const first = await desk.place(customer, { ...input, payment: undefined });
  const second = await desk.place(customer, { ...input, payment: null });
  expect([first, second].map(({ data }) => data.placeOrder.replayed)).toEqual([false, true]);
  expect(second.data.placeOrder.order.id).toBe(first.data.placeOrder.order.id);
  expect((await desk.place(customer, input)).errors?.[0]?.extensions.code).toBe('IDEMPOTENCY_KEY_REUSED');
});

test('a guest must leave an e-mail address, which is kept in lower case', async () => {
  const guest = aGuest(newId());
  const refused = await desk.place(guest);
  expect(refused.data.placeOrder.userErrors).toMatchObject([{ code: 'EMAIL_REQUIRED' }]);
  const orderId = await desk.placed(guest, { contactEmail: 'Guest@Example.com' });
  expect(await desk.orderRow(orderId)).toMatchObject({ is_guest: true, contact_email: 'guest@example.com' });
});

test.each([
  ['a malformed quote id', { quoteId: 'nonsense' }],
  ['a key that is too short', { idempotencyKey: 'short' }],
  ['a locale that is none', { locale: 'not a locale' }],
])('%s is bad input', async (_what, mistake) => {
  const { errors } = await desk.place(aCustomer(newId()), mistake);
  expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
});

test.each([
  ['a price', { total: { amountMinor: 1, currency: 'EUR' } }],
  ['an unknown provider', { payment: { provider: 'CASH', token: 'x' } }],
])('%s sent by a client is no part of the schema', async (_what, mistake) => {
  const { errors } = await desk.place(aCustomer(newId()), mistake);
  expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
});

test('nobody orders without a token, nor with the link to an order', async () => {
  const link = { kind: 'order-link', orderId: newId(), roles: [], scopes: [] } as const;
  for (const caller of [anonymous, link]) {
    const { data, errors } = await desk.place(caller);
    expect([data.placeOrder, errors?.[0]?.extensions.code]).toEqual([null, 'UNAUTHENTICATED']);
  }
});

test('while cart is away nothing is ordered and the client is told to come again', async () => {
  await desk.silence();
  const { errors } = await desk.place(aCustomer(newId()));
  desk.startAnswering();
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'SERVICE_UNAVAILABLE', retryAfterMs: 1_000 });
});

test('a quote that does not add up makes no order', async () => {
  const quote = aQuote({ total: { amountMinor: 1, currency: 'EUR' } });
  desk.sell(quote);
  const { errors } = await desk.place(aCustomer(newId()), { quoteId: quote.quoteId });
  expect(errors?.[0]?.extensions.code).toBe('INTERNAL_SERVER_ERROR');
});

test('an order number that is taken is drawn again', async () => {
  const orderId = await desk.placed(aCustomer(newId()));
  const [row] = await desk.query<{ order_number: string }>('select order_number from orders where id = ?', [orderId]);
  const numbers = [row!.order_number, 'S-0000000000'];
  const { orm, now, ask, logger } = desk.orders.running.parts;
  const checkout = new Checkout({ completeAfterSeconds: 1, logger });
  const work = {
    em: orm.em.fork(),
    now,
    ask,
    checkout,
    newOrderNumber: () => numbers.shift() ?? '',
    mustTakeOrders: () => undefined,
  };
  const { receipt } = await placeOrder(work, {
    idempotencyKey: newId(),
    quoteId: newId(),
    buyer: aBuyer(),
    ownerIds: [newId()],
    shippingAddress: anAddress(),
    payment: { provider: 'STRIPE', token: 'pm_card_visa' },
  });
  expect(await desk.orderRow(receipt.orderId)).toMatchObject({ order_number: 'S-0000000000' });
});

test('the database keeps no order whose status is not in its history, and never changes the history', async () => {
  const orderId = await desk.placed(aCustomer(newId()));
  await expect(desk.query(`update orders set status = 'PAID' where id = ?`, [orderId])).rejects.toThrow(
    'orders_status_is_in_history',
  );
  await expect(desk.query('delete from order_status_history where order_id = ?', [orderId])).rejects.toThrow(
    'permission denied',
  );
});
