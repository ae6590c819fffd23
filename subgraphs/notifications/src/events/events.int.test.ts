import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type EventMessage, partsOf } from '@souk/kit/contracts';
import { newId } from '@souk/kit/domain';
import { publishEvent, republish } from '@souk/kit/testing';
import { customerRegisteredV1, customerSignedInV1 } from '@souk/schema/events/accounts';
import { stockLevelLowV1 } from '@souk/schema/events/inventory';
import { orderConfirmedV1 } from '@souk/schema/events/orders';
import { paymentVoidedV1 } from '@souk/schema/events/payments';
import { aGuestOrder, anOrder, euros } from '../../test/builders/an-order.js';
import { eventsOf, goodsOf, headOf } from '../../test/order-events.js';
import { staffEmail, startTestNotifications, type TestNotifications } from '../../test/start-test-notifications.js';
import { untilHandled, untilSent } from '../../test/until-handled.js';
import { Message } from '../domain/message.js';
import { Notification } from '../domain/notification.js';

let notifications: TestNotifications;

beforeAll(async () => {
  notifications = await startTestNotifications();
}, 60_000);
afterAll(() => notifications.stop());

const em = () => notifications.running.parts.orm.em.fork();
const mailsTo = (address: string) => notifications.inbox.mailsTo(address);

/** Publishes what happened to one aggregate, in order, each twice, and waits until all of it has had its effect. */
async function happens(...messages: EventMessage[]): Promise<void> {
  const { nats } = notifications.running.parts;
  const aggregateId = newId();
  for (const [index, message] of messages.entries()) {
    await republish(nats, await publishEvent(nats, message, { aggregateId, version: index + 1 }));
  }
  const { owner, aggregate } = partsOf(messages[0]?.type ?? '');
  await untilHandled(notifications, owner, aggregate);
  await untilSent(notifications);
}

const templates = Object.keys(eventsOf) as (keyof typeof eventsOf)[];

test.each(templates)('%s: the buyer gets one mail and one entry, though the event comes twice', async (template) => {
  const order = anOrder();
  const address = notifications.shop.add(order);
  await happens(eventsOf[template](order));
  const mails = await mailsTo(address);
  expect(mails).toHaveLength(1);
  expect(mails[0]?.subject).toContain(order.orderNumber);
  expect(mails[0]?.text).toContain('Hello A Customer,');
  const entries = await em().find(Notification, { orderId: order.orderId });
  expect(entries).toEqual([expect.objectContaining({ kind: template, readAt: null })]);
});

test('a whole order: each step is told once, and what other steps say is left to them', async () => {
  const order = anOrder();
  const address = notifications.shop.add(order);
  const confirmed = orderConfirmedV1({ ...headOf(order), ...goodsOf(order), quoteId: newId() });
  await happens(eventsOf.ORDER_PLACED(order), confirmed, eventsOf.ORDER_PAID(order));
  await happens(eventsOf.ORDER_SHIPPED(order));
  await happens(eventsOf.ORDER_DELIVERED(order));
  const subjects = (await mailsTo(address)).map(({ subject }) => subject);
  expect(subjects.sort()).toEqual([
    `Payment received for your order ${order.orderNumber}`,
    `We have received your order ${order.orderNumber}`,
    `Your order ${order.orderNumber} has been delivered`,
    `Your order ${order.orderNumber} is on its way`,
  ]);
});

test('the buyer of what costs nothing is told that the order is confirmed, not that money has come', async () => {
  const order = anOrder({ total: euros(0) });
  const address = notifications.shop.add(order);
  await happens(eventsOf.ORDER_PAID(order));
  expect((await mailsTo(address)).map(({ subject }) => subject)).toEqual([
    `Your order ${order.orderNumber} is confirmed`,
  ]);
  const [entry] = await em().find(Notification, { orderId: order.orderId });
  expect(entry?.content).toEqual({ template: 'ORDER_PAID', orderId: order.orderId, isFree: true });
});

test('a cancellation that is asked for again and again is told once', async () => {
  const order = anOrder();
  const address = notifications.shop.add(order);
  await happens(...[1, 2, 3].map((attempt) => eventsOf.ORDER_CANCELLED(order, attempt)));
  await happens(paymentVoidedV1({ paymentId: newId(), orderId: order.orderId }));
  expect((await mailsTo(address)).map(({ subject }) => subject)).toEqual([
    `Your order ${order.orderNumber} was cancelled`,
  ]);
});

test('each parcel and each refund of an order is told', async () => {
  const order = anOrder();
  const address = notifications.shop.add(order);
  await happens(eventsOf.ORDER_SHIPPED(order));
  await happens(eventsOf.ORDER_SHIPPED(order));
  await happens(eventsOf.PAYMENT_REFUNDED(order), eventsOf.PAYMENT_REFUNDED(order));
  expect(await mailsTo(address)).toHaveLength(4);
});

test('a guest gets the mail at the address of the order, with a secret link to it', async () => {
  const order = aGuestOrder();
  const address = notifications.shop.add(order);
  await happens(eventsOf.ORDER_PLACED(order));
  const [mail] = await mailsTo(address);
  const [secret] = notifications.shop.secrets.get(order.orderId) ?? [];
  expect(mail?.text).toContain(`https://shop.example/orders/link/${secret}`);
  expect(mail?.html).toContain(`href="https://shop.example/orders/link/${secret}"`);
  expect(mail?.text).toContain('Hello A Buyer,');
});

test('what is told of an order before its own first event has arrived still finds its customer', async () => {
  const order = anOrder();
  notifications.shop.add(order);
  await happens(eventsOf.PAYMENT_ACTION_REQUIRED(order));
  const find = () => em().findOneOrFail(Notification, { orderId: order.orderId, kind: 'PAYMENT_ACTION_REQUIRED' });
  expect((await find()).customerId).toBeNull();
  await happens(eventsOf.ORDER_PLACED(order));
  expect((await find()).customerId).toBe(order.customerId);
});

test('whichever of two aggregates is heard first, or both at once, the customer is found', async () => {
  const { nats } = notifications.running.parts;
  const orders = Array.from({ length: 20 }, () => anOrder());
  const publish = (message: EventMessage) => publishEvent(nats, message, { aggregateId: newId(), version: 1 });
  for (const order of orders) {
    notifications.shop.add(order);
    await Promise.all([publish(eventsOf.PAYMENT_ACTION_REQUIRED(order)), publish(eventsOf.ORDER_PLACED(order))]);
  }
  await untilHandled(notifications, 'orders', 'order');
  await untilHandled(notifications, 'payments', 'payment');
  const entries = await em().find(Notification, { orderId: { $in: orders.map(({ orderId }) => orderId) } });
  expect(entries).toHaveLength(40);
  expect(entries.filter(({ customerId }) => customerId === null)).toEqual([]);
  await untilSent(notifications);
});

test('who opens an account is greeted once, and not each time they sign in', async () => {
  const customerId = newId();
  const address = notifications.shop.addCustomer(customerId, { name: 'New Customer' });
  await happens(customerRegisteredV1({ customerId, locale: 'en' }), customerSignedInV1({ customerId, guestId: null }));
  const mails = await mailsTo(address);
  expect(mails.map(({ subject }) => subject)).toEqual(['Welcome to Souk']);
  expect(mails[0]?.text).toContain('Hello New Customer,');
  expect(await em().count(Notification, { customerId, kind: 'WELCOME' })).toBe(1);
});

test('staff is told which goods run out, by name where catalog knows one', async () => {
  const [known, unknown] = [newId(), newId()];
  notifications.shop.variants.set(known, { sku: 'POT-1', name: 'Tea pot' });
  const low = { warehouseCode: 'BER', onHand: 4, available: 3, threshold: 5 };
  await happens(stockLevelLowV1({ ...low, variantId: known }));
  await happens(stockLevelLowV1({ ...low, variantId: unknown }));
  expect((await mailsTo(staffEmail)).map(({ subject }) => subject)).toEqual([
    'Low stock: Tea pot (POT-1) in BER',
    `Low stock: ${unknown} in BER`,
  ]);
});

test('an alarm of long ago is history', async () => {
  const { nats } = notifications.running.parts;
  const before = await em().count(Message, { template: 'STOCK_LOW' });
  const data = { variantId: newId(), warehouseCode: 'BER', onHand: 4, available: 3, threshold: 5 };
  const [id, subject] = [newId(), newId()];
  const time = new Date(Date.now() - 25 * 60 * 60 * 1_000).toISOString();
  const { type } = stockLevelLowV1(data);
  const about = { specversion: '1.0', source: '/souk/test', aggregateversion: 1, correlationid: newId() } as const;
  await republish(nats, { ...about, id, subject, time, type, data });
  await untilHandled(notifications, 'inventory', 'stock-level');
  expect(await em().count(Message, { template: 'STOCK_LOW' })).toBe(before);
});

test('a message keeps the request that it goes back to', async () => {
  const order = anOrder();
  notifications.shop.add(order);
  const { nats } = notifications.running.parts;
  const about = { aggregateId: order.orderId, version: 1 };
  const { correlationid } = await publishEvent(nats, eventsOf.ORDER_PAID(order), about);
  await untilHandled(notifications, 'orders', 'order');
  const message = await em().findOneOrFail(Message, { orderId: order.orderId });
  expect(message.origin).toMatchObject({ correlationid });
});
