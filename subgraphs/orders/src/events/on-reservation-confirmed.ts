import type { EventHandler } from '@souk/kit/messaging';
import { reservationConfirmedV1 } from '@souk/schema/events/inventory';
import type { Checkout } from '../use-cases/checkout.js';
import { advanceOn } from './advance-on.js';

/** Stock and money are held for good: the order is confirmed. */
export function onReservationConfirmed(checkout: Checkout): EventHandler {
  return advanceOn(checkout, reservationConfirmedV1, () => ({ type: 'StockConfirmed' }));
}
