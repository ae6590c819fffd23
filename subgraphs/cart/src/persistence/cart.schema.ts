import { defineEntity, p } from '@mikro-orm/core';
import { aggregateColumns } from '@souk/kit/persistence';
import { Cart } from '../domain/cart.js';
import type { AbsorbedCart, CartLine, RememberedRequest } from '../domain/cart-contents.js';

export const CartSchema = defineEntity({
  class: Cart,
  tableName: 'cart',
  properties: {
    ...aggregateColumns,
    ownerId: p.uuid(),
    kind: p.enum(['CUSTOMER', 'GUEST'] as const),
    channelId: p.text(),
    cartVersion: p.integer(),
    lines: p.json<CartLine[]>(),
    requests: p.json<RememberedRequest[]>(),
    orders: p.json<string[]>(),
    absorbed: p.json<AbsorbedCart[]>(),
    mergedInto: p.uuid().nullable(),
    expiresAt: p.datetime(),
  },
});
