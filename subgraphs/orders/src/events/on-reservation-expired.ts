import type { EventHandler } from '@souk/kit/messaging';
import { reservationExpiredV1 } from '@souk/schema/events/inventory';
import type { Checkout } from '../use-cases/checkout.js';
import { advanceOn } from './advance-on.js';

/** The stock was held for too long: the order is cancelled, if it is not yet. */
export function onReservationExpired(checkout: Checkout): EventHandler {
  return advanceOn(checkout, reservationExpiredV1, () => ({ type: 'StockExpired' }));
}
