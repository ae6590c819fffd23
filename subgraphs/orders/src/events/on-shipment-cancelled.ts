import type { EventHandler } from '@souk/kit/messaging';
import { shipmentCancelledV1 } from '@souk/schema/events/shipping';
import type { Checkout } from '../use-cases/checkout.js';
import { advanceOn } from './advance-on.js';

/** The parcel will not leave: the order is cancelled, if it is not yet. */
export function onShipmentCancelled(checkout: Checkout): EventHandler {
  return advanceOn(checkout, shipmentCancelledV1, (data) => ({ type: 'ShipmentCancelled', code: data.code }));
}
