import { shipmentDispatchedV1 } from '@souk/schema/events/shipping';
import { advanceOn } from './advance-on.js';

/** The carrier has the parcel: the order is shipped. */
export const onShipmentDispatched = advanceOn(shipmentDispatchedV1, () => ({ type: 'ShipmentDispatched' }));
