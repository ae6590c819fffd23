import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '@souk/kit/domain';
import { aCustomer, aGuest } from '@souk/kit/testing';
import { askOpenOrderLink, askOrderLinkSecret, askOrderSummary } from '@souk/schema/questions/orders';
import { OrderDesk } from '../../test/order-desk.js';

let desk: OrderDesk;
const guest = aGuest(newId());

beforeAll(async () => {
  desk = await OrderDesk.open();
}, 60_000);
afterAll(() => desk.close());

const guestOrder = () => desk.placed(guest, { contactEmail: 'guest@example.com', locale: 'de-AT' });

test("a guest's order has as many secret links as are asked for, and each opens it", async () => {
  const { ask } = desk.orders.running.parts;
  const orderId = await guestOrder();
  const secrets = [];
  for (const _time of [1, 2]) secrets.push((await ask(askOrderLinkSecret, { orderId })).secret ?? '');
  expect(new Set(secrets).size).toBe(2);
  for (const secret of secrets) {
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
    expect(await ask(askOpenOrderLink, { secret })).toEqual({ orderId });
  }
});

test('secrets are kept as hashes alone', async () => {
  const { secret } = await desk.orders.running.parts.ask(askOrderLinkSecret, { orderId: await guestOrder() });
  expect(JSON.stringify(await desk.query('select * from order_link'))).not.toContain(secret);
});

test("customers' orders and orders that are not there have no link", async () => {
  const { ask } = desk.orders.running.parts;
  for (const orderId of [await desk.placed(aCustomer(newId())), newId()]) {
    expect(await ask(askOrderLinkSecret, { orderId })).toEqual({ secret: null });
  }
});

test.each(['', 'nonsense'])('the secret "%s" opens nothing', async (secret) => {
  expect(await desk.orders.running.parts.ask(askOpenOrderLink, { secret })).toEqual({ orderId: null });
});

test('a summary says what a parcel or a message needs, and is null for an order that is not there', async () => {
  const { ask } = desk.orders.running.parts;
  const orderId = await guestOrder();
  const euros = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });
  expect((await ask(askOrderSummary, { orderId })).order).toEqual({
    orderId,
    orderNumber: expect.stringMatching(/^S-/),
    customerId: guest.id,
    contactEmail: 'guest@example.com',
    locale: 'de-AT',
    lines: [{ sku: 'MUG-BLUE', name: 'Mug, blue', quantity: 2, lineTotal: euros(2_000) }],
    subtotal: euros(2_000),
    shippingPrice: euros(490),
    taxTotal: euros(397),
    total: euros(2_490),
    shippingAddress: expect.objectContaining({ city: 'Berlin', line2: null }),
    shippingMethodName: 'Standard',
    weightGrams: 700,
  });
  expect(await ask(askOrderSummary, { orderId: newId() })).toEqual({ order: null });
});
