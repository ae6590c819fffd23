import type { EventHandler } from '@souk/kit/messaging';
import { reservationRejectedV1 } from '@souk/schema/events/inventory';
import type { Checkout } from '../use-cases/checkout.js';
import { advanceOn } from './advance-on.js';

/** Not everything is in stock: the order is cancelled. */
export function onReservationRejected(checkout: Checkout): EventHandler {
  return advanceOn(checkout, reservationRejectedV1, (data) => ({ type: 'StockRejected', shortages: data.shortages }));
}
