import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { deliverRecorded, eventually, recordedEvents } from '@souk/kit/testing';
import { orderPaymentRequestedV1 } from '@souk/schema/events/orders';
import { anOrder } from '../../test/builders/an-order.js';
import { startTestPayments, type TestPayments } from '../../test/start-test-payments.js';
import { handlers } from './handlers.js';

let payments: TestPayments;

beforeAll(async () => {
  payments = await startTestPayments();
}, 60_000);
afterAll(() => payments.stop());

test.each(recordedEvents(handlers))('$type as it was once published is still handled', async (event) => {
  const order = anOrder(payments);
  if (event.type !== orderPaymentRequestedV1.type) {
    await order.requestPayment();
    await eventually(async () => expect(await payments.said(order.id)).toEqual(['authorized']));
  }
  await deliverRecorded(payments, event, { orderId: order.id });
});
