import type { EventMessage } from '@souk/kit/contracts';
import { newId } from '@souk/kit/domain';
import { orderCancelledV1, orderDeliveredV1, orderPaidV1, orderPlacedV1 } from '@souk/schema/events/orders';
import { paymentActionRequiredV1, paymentRefundedV1 } from '@souk/schema/events/payments';
import { shipmentDispatchedV1 } from '@souk/schema/events/shipping';
import { euros, type OrderSummary } from './builders/an-order.js';

const variantId = newId();

/** What others publish of an order, by what its buyer is told then. */
export const eventsOf = {
  ORDER_PLACED: (order: OrderSummary) =>
    orderPlacedV1({ ...headOf(order), ...goodsOf(order), channelId: 'default', destinationCountryCode: 'DE' }),
  ORDER_PAID: (order: OrderSummary) =>
    orderPaidV1({ ...headOf(order), ...goodsOf(order), shippingMethodCode: 'standard' }),
  ORDER_SHIPPED: ({ orderId }: OrderSummary) =>
    shipmentDispatchedV1({ shipmentId: newId(), orderId, trackingNumber: 'DR-42', carrier: 'Dromedary' }),
  ORDER_DELIVERED: (order: OrderSummary) => orderDeliveredV1(headOf(order)),
  ORDER_CANCELLED: (order: OrderSummary, attempt = 1) =>
    orderCancelledV1({ ...headOf(order), code: 'OUT_OF_STOCK', attempt }),
  PAYMENT_ACTION_REQUIRED: ({ orderId }: OrderSummary) => paymentActionRequiredV1({ paymentId: newId(), orderId }),
  PAYMENT_REFUNDED: ({ orderId }: OrderSummary) => refundOf(orderId),
} satisfies Record<string, (order: OrderSummary) => EventMessage>;

function refundOf(orderId: string): EventMessage {
  const amounts = { amount: euros(12.5), refundedTotal: euros(12.5), isFull: false };
  return paymentRefundedV1({ paymentId: newId(), refundId: newId(), orderId, ...amounts, reason: 'A cup was broken' });
}

export function headOf({ orderId, orderNumber, customerId }: OrderSummary) {
  return { orderId, orderNumber, customerId };
}

export function goodsOf({ total }: OrderSummary) {
  return { lines: [{ variantId, quantity: 1 }], total };
}
