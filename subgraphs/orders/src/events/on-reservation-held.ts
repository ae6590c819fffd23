import type { EventHandler } from '@souk/kit/messaging';
import { reservationHeldV1 } from '@souk/schema/events/inventory';
import type { Checkout } from '../use-cases/checkout.js';
import { advanceOn } from './advance-on.js';

/** The stock is held: the money is asked for. */
export function onReservationHeld(checkout: Checkout): EventHandler {
  return advanceOn(checkout, reservationHeldV1, () => ({ type: 'StockHeld' }));
}
