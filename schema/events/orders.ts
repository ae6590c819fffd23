import { countryField, defineEvent, idField, moneyField, quantityField, timeField } from '@souk/kit/contracts';
import { z } from 'zod';

export const orderStatuses = [
  'PENDING',
  'CONFIRMED',
  'PAID',
  'SHIPPED',
  'DELIVERED',
  'COMPLETED',
  'CANCELLED',
] as const;
export const cancellationCodes = [
  'OUT_OF_STOCK',
  'PAYMENT_DECLINED',
  'PAYMENT_EXPIRED',
  'RESERVATION_EXPIRED',
  'BY_CUSTOMER',
  'BY_STAFF',
  'NOT_DELIVERABLE',
] as const;

const line = z.object({ variantId: idField, quantity: quantityField });

/** What every event of an order says: which one, and whose. */
const order = z.object({ orderId: idField, orderNumber: z.string(), customerId: idField });

export const orderPlacedV1 = defineEvent('orders.order.placed.v1', {
  schema: order.extend({
    channelId: z.string(),
    lines: z.array(line).min(1),
    total: moneyField,
    destinationCountryCode: countryField,
  }),
  consumers: ['inventory', 'notifications'],
  description: 'An order was accepted and is durably PENDING.',
});

export const orderPaymentRequestedV1 = defineEvent('orders.order.payment-requested.v1', {
  schema: order.extend({
    amount: moneyField,
    provider: z.string(),
    paymentToken: z.string().describe("The provider's token of a payment method; never card data."),
    payBy: timeField.describe('When the money must be held at the latest.'),
  }),
  consumers: ['payments'],
  description: 'The stock is held; now the money is asked for.',
});

export const orderConfirmationRequestedV1 = defineEvent('orders.order.confirmation-requested.v1', {
  schema: order,
  consumers: ['inventory'],
  description: 'The money is held, or there is none to pay; now the stock is asked for, for good.',
});

export const orderConfirmedV1 = defineEvent('orders.order.confirmed.v1', {
  schema: order.extend({ quoteId: idField, lines: z.array(line).min(1), total: moneyField }),
  consumers: ['payments', 'cart'],
  description: 'Stock and money are held for good: the money, if there is any to pay, may be captured.',
});

export const orderPaidV1 = defineEvent('orders.order.paid.v1', {
  schema: order.extend({ lines: z.array(line).min(1), total: moneyField, shippingMethodCode: z.string() }),
  consumers: ['shipping', 'notifications'],
  description: 'The money was captured, if there was any to pay: the goods may leave.',
});

export const orderShippedV1 = defineEvent('orders.order.shipped.v1', {
  schema: order,
  consumers: [],
  description: 'The parcel is on its way.',
});

export const orderDeliveredV1 = defineEvent('orders.order.delivered.v1', {
  schema: order,
  consumers: ['notifications'],
  description: 'The parcel has arrived.',
});

export const orderCompletedV1 = defineEvent('orders.order.completed.v1', {
  schema: order,
  consumers: [],
  description: 'The order has been delivered for so long that it is over.',
});

export const orderCancelledV1 = defineEvent('orders.order.cancelled.v1', {
  schema: order.extend({
    code: z.enum(cancellationCodes),
    attempt: z
      .int()
      .positive()
      .describe(
        '1 at first; higher when the process manager repeats the request because something is still outstanding.',
      ),
  }),
  consumers: ['inventory', 'payments', 'shipping', 'notifications'],
  description: 'The order is cancelled: whoever holds something for it lets go. May come more than once.',
});

export const orderStatusChangedV1 = defineEvent('orders.order.status-changed.v1', {
  schema: z.object({
    orderId: idField,
    customerId: idField,
    sequence: z.int().positive(),
    status: z.enum(orderStatuses),
    occurredAt: timeField,
  }),
  consumers: ['orders', 'router'],
  description: "One row of the order's history, for those who watch it live.",
});
