import { afterAll, beforeAll, test } from '@jest/globals';
import { newId } from '@souk/kit/domain';
import { aCustomer, deliverRecorded, recordedEvents } from '@souk/kit/testing';
import { OrderDesk } from '../../test/order-desk.js';
import { handlers } from './handlers.js';

let desk: OrderDesk;

beforeAll(async () => {
  desk = await OrderDesk.open();
}, 60_000);
afterAll(() => desk.close());

test.each(recordedEvents(handlers))('$type as it was once published is still handled', async (event) => {
  const orderId = await desk.placed(aCustomer(newId()));
  await deliverRecorded(desk.orders, event, { orderId });
});
