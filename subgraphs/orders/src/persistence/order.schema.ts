import { defineEntity, p } from '@mikro-orm/core';
import { aggregateColumns } from '@souk/kit/persistence';
import type { Cancellation } from '../domain/cancellation.js';
import { Order } from '../domain/order.js';
import type { OrderLine } from '../domain/order-line.js';
import { orderStatuses } from '../domain/order-status.js';
import type { PaymentChoice } from '../domain/payment-choice.js';
import type { ShippingAddress } from '../domain/shipping-address.js';

export const OrderSchema = defineEntity({
  class: Order,
  tableName: 'orders',
  properties: {
    ...aggregateColumns,
    orderNumber: p.text(),
    customerId: p.uuid(),
    isGuest: p.boolean(),
    contactEmail: p.text().nullable(),
    locale: p.text(),
    quoteId: p.uuid(),
    channelId: p.text(),
    currency: p.text(),
    status: p.enum(orderStatuses).accessor('_status'),
    sequence: p.integer(),
    lines: p.json<OrderLine[]>(),
    subtotalMinor: p.bigint('number'),
    shippingMinor: p.bigint('number'),
    taxMinor: p.bigint('number'),
    totalMinor: p.bigint('number'),
    pricesIncludeTax: p.boolean(),
    weightGrams: p.bigint('number'),
    shippingMethodCode: p.text(),
    shippingMethodName: p.text(),
    shippingAddress: p.json<ShippingAddress>(),
    payment: p.json<PaymentChoice>().nullable(),
    cancellation: p.json<Cancellation>().nullable(),
    placedAt: p.datetime(),
  },
});
