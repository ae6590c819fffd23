import type { EventMessage } from '@souk/kit/contracts';
import {
  orderCancelledV1,
  orderCompletedV1,
  orderConfirmationRequestedV1,
  orderConfirmedV1,
  orderDeliveredV1,
  orderPaidV1,
  orderPaymentRequestedV1,
  orderPlacedV1,
  orderShippedV1,
  orderStatusChangedV1,
} from '@souk/schema/events/orders';
import type { Order, OrderEvent } from '../domain/order.js';
import type { OrderStatusChange } from '../domain/order-status-change.js';

/** Turns what happened to an order into the messages other subgraphs rely on. */
export function publishOrderEvent(event: OrderEvent, order: Order): EventMessage[] {
  const which = { orderId: order.id, orderNumber: order.orderNumber, customerId: order.customerId };
  const lines = order.lines.map(({ variantId, quantity }) => ({ variantId, quantity }));
  const total = order.total.toJSON();
  switch (event.type) {
    case 'OrderPlaced': {
      const { channelId, shippingAddress } = order;
      const destinationCountryCode = shippingAddress.countryCode;
      return [orderPlacedV1({ ...which, channelId, lines, total, destinationCountryCode })];
    }
    case 'OrderStatusChanged':
      return [statusChanged(event.change, order)];
    case 'OrderPaymentRequested': {
      const { provider, token: paymentToken } = event.payment;
      const payBy = event.payBy.toISOString();
      return [orderPaymentRequestedV1({ ...which, amount: total, provider, paymentToken, payBy })];
    }
    case 'OrderConfirmationRequested':
      return [orderConfirmationRequestedV1(which)];
    case 'OrderConfirmed':
      return [orderConfirmedV1({ ...which, quoteId: order.quoteId, lines, total })];
    case 'OrderPaid':
      return [orderPaidV1({ ...which, lines, total, shippingMethodCode: order.shippingMethodCode })];
    case 'OrderShipped':
      return [orderShippedV1(which)];
    case 'OrderDelivered':
      return [orderDeliveredV1(which)];
    case 'OrderCompleted':
      return [orderCompletedV1(which)];
    case 'OrderCancelled':
      return [orderCancelledV1({ ...which, code: event.cancellation.code, attempt: event.attempt })];
  }
}

function statusChanged({ orderId, sequence, to, at }: OrderStatusChange, { customerId }: Order): EventMessage {
  return orderStatusChangedV1({ orderId, customerId, sequence, status: to, occurredAt: at.toISOString() });
}
