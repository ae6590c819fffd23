import { currentCorrelation } from '@souk/kit/observability';
import { KeptEvent } from '../domain/kept-event.js';
import type { Order, OrderEvent } from '../domain/order.js';
import { keptEventOf } from '../domain/record-order.js';

/** Keeps what happened to an order for good, richer than what is published of it and without personal data. */
export function keepOrderEvent(event: OrderEvent, order: Order): KeptEvent {
  const { type, data } = keptEventOf(event, order);
  const { correlationId } = currentCorrelation();
  return new KeptEvent(order.id, order.eventCount, type, data, correlationId, 'RECORDED');
}
