import { defineEntity, p } from '@mikro-orm/core';
import { orderStatuses } from '../domain/order-status.js';
import { OrderStatusChange } from '../domain/order-status-change.js';

export const OrderStatusChangeSchema = defineEntity({
  class: OrderStatusChange,
  tableName: 'order_status_history',
  properties: {
    orderId: p.uuid().primary(),
    sequence: p.integer().primary(),
    from: p.enum(orderStatuses).fieldName('from_status').nullable(),
    to: p.enum(orderStatuses).fieldName('to_status'),
    causeEventId: p.uuid().nullable(),
    at: p.datetime(),
  },
});
