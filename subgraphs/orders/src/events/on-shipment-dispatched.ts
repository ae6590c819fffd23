import type { EventHandler } from '@souk/kit/messaging';
import { shipmentDispatchedV1 } from '@souk/schema/events/shipping';
import type { Checkout } from '../use-cases/checkout.js';
import { advanceOn } from './advance-on.js';

/** The carrier has the parcel: the order is shipped. */
export function onShipmentDispatched(checkout: Checkout): EventHandler {
  return advanceOn(checkout, shipmentDispatchedV1, () => ({ type: 'ShipmentDispatched' }));
}
