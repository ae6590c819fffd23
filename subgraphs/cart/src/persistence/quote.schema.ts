import { defineEntity, p } from '@mikro-orm/core';
import type { Destination } from '../domain/destination.js';
import { type Amount, Quote, type QuoteLine, type ShippingMethod } from '../domain/quote.js';

export const QuoteSchema = defineEntity({
  class: Quote,
  tableName: 'quote',
  properties: {
    id: p.uuid().primary(),
    ownerId: p.uuid(),
    cartId: p.uuid(),
    cartVersion: p.integer(),
    channelId: p.text(),
    currency: p.text(),
    destination: p.json<Destination>(),
    lines: p.json<QuoteLine[]>(),
    shipping: p.json<ShippingMethod & { tax: Amount }>(),
    shippingMethods: p.json<ShippingMethod[]>(),
    weightGrams: p.integer(),
    pricesIncludeTax: p.boolean(),
    subtotalMinor: p.bigint('number'),
    taxTotalMinor: p.bigint('number'),
    totalMinor: p.bigint('number'),
    expiresAt: p.datetime().defaultRaw(`now() + interval '30 minutes'`),
    frozenAt: p.datetime().nullable(),
    frozenFor: p.json<Destination>().nullable(),
  },
});
