import { defineEntity, p } from '@mikro-orm/core';
import type { CartLine } from '../domain/cart-contents.js';
import { OrderRemoval } from '../domain/order-removal.js';

export const OrderRemovalSchema = defineEntity({
  class: OrderRemoval,
  tableName: 'order_removal',
  properties: {
    orderId: p.uuid().primary(),
    quoteId: p.uuid(),
    lines: p.json<CartLine[]>(),
    askedAt: p.datetime(),
    appliedAt: p.datetime().nullable(),
    doneAt: p.datetime().nullable(),
  },
});
