import type { Order, OrderEvent } from './order.js';
import type { HistoryRecord, KeptOrderEvent, OrderRecord, PlacedRecord } from './order-record.js';
import type { OrderStatusChange } from './order-status-change.js';

/** An order's row and history as a record, to be compared with what its events make of it. */
export function recordOf(order: Order, history: readonly OrderStatusChange[]): OrderRecord {
  const { id, eventCount, status, sequence, cancellation } = order;
  return { id, eventCount, status, sequence, cancellation, ...placedRecordOf(order), history: history.map(historyOf) };
}

/** What is kept of an event for good. */
export function keptEventOf(event: OrderEvent, order: Order): KeptOrderEvent {
  switch (event.type) {
    case 'OrderPlaced':
      return { type: event.type, data: placedRecordOf(order) };
    case 'OrderStatusChanged':
      return { type: event.type, data: historyOf(event.change) };
    case 'OrderPaymentRequested':
      return { type: event.type, data: { provider: event.payment.provider, payBy: event.payBy.toISOString() } };
    case 'OrderCancelled':
      return { type: event.type, data: { cancellation: event.cancellation, attempt: event.attempt } };
    default:
      return { type: event.type, data: {} };
  }
}

function placedRecordOf(order: Order): PlacedRecord {
  return {
    orderNumber: order.orderNumber,
    customerId: order.customerId,
    isGuest: order.isGuest,
    locale: order.locale,
    quoteId: order.quoteId,
    channelId: order.channelId,
    currency: order.currency,
    lines: order.lines,
    subtotalMinor: order.subtotalMinor,
    shippingMinor: order.shippingMinor,
    taxMinor: order.taxMinor,
    totalMinor: order.totalMinor,
    pricesIncludeTax: order.pricesIncludeTax,
    weightGrams: order.weightGrams,
    shippingMethodCode: order.shippingMethodCode,
    shippingMethodName: order.shippingMethodName,
    countryCode: order.shippingAddress.countryCode,
    paymentProvider: order.payment?.provider ?? null,
    placedAt: order.placedAt.toISOString(),
  };
}

function historyOf({ sequence, from, to, causeEventId, at }: OrderStatusChange): HistoryRecord {
  return { sequence, from, to, causeEventId, at: at.toISOString() };
}
