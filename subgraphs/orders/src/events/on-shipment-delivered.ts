import type { EventHandler } from '@souk/kit/messaging';
import { shipmentDeliveredV1 } from '@souk/schema/events/shipping';
import type { Checkout } from '../use-cases/checkout.js';
import { advanceOn } from './advance-on.js';

/** The parcel has arrived: the order is delivered. */
export function onShipmentDelivered(checkout: Checkout): EventHandler {
  return advanceOn(checkout, shipmentDeliveredV1, () => ({ type: 'ShipmentDelivered' }));
}
