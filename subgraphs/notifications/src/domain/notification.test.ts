import { expect, test } from '@jest/globals';
import { newId } from '@souk/kit/domain';
import { Notification } from './notification.js';

const written = new Date('2026-03-04T05:06:07Z');
const [first, second] = [new Date('2026-03-05T00:00:00Z'), new Date('2026-03-06T00:00:00Z')];

test('what was read stays read since the first time', () => {
  const notification = Notification.of(newId(), { template: 'ORDER_PAID', orderId: newId() }, written);
  expect(notification.readAt).toBeNull();
  notification.markRead(first);
  notification.markRead(second);
  expect(notification.readAt).toEqual(first);
});

test('a notification knows the order it is about, if there is one', () => {
  const [customerId, orderId] = [newId(), newId()];
  expect(Notification.of(customerId, { template: 'ORDER_DELIVERED', orderId }, written).orderId).toBe(orderId);
  expect(Notification.of(customerId, { template: 'WELCOME', customerId }, written).orderId).toBeNull();
});
