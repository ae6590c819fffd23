import { registerEnumType } from 'type-graphql';
import { orderStatuses } from '../domain/order-status.js';

export const OrderStatusEnum = Object.fromEntries(orderStatuses.map((status) => [status, status]));
registerEnumType(OrderStatusEnum, {
  name: 'OrderStatus',
  description: 'How far an order has come.',
  valuesConfig: {
    PENDING: { description: 'Accepted; stock and money are being secured.' },
    CONFIRMED: { description: 'Stock and money are held for good.' },
    PAID: { description: 'The money was taken, if there was any to take.' },
    SHIPPED: { description: 'The carrier has the parcel.' },
    DELIVERED: { description: 'The parcel has arrived.' },
    COMPLETED: { description: 'Delivered for so long that it is over.' },
    CANCELLED: { description: 'Nothing will come of it; `cancellation` says why.' },
  },
});
