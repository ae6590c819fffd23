import type { EventHandler } from '@souk/kit/messaging';
import { reservationReleasedV1 } from '@souk/schema/events/inventory';
import type { Checkout } from '../use-cases/checkout.js';
import { advanceOn } from './advance-on.js';

/** The stock of a cancelled order was given back. */
export function onReservationReleased(checkout: Checkout): EventHandler {
  return advanceOn(checkout, reservationReleasedV1, () => ({ type: 'StockReleased' }));
}
