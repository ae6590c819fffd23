import { shipmentDeliveredV1 } from '@souk/schema/events/shipping';
import { advanceOn } from './advance-on.js';

/** The parcel has arrived: the order is delivered. */
export const onShipmentDelivered = advanceOn(shipmentDeliveredV1, () => ({ type: 'ShipmentDelivered' }));
