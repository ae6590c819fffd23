import { shipmentCancelledV1 } from '@souk/schema/events/shipping';
import { advanceOn } from './advance-on.js';

/** The parcel will not leave: the order is cancelled, if it is not yet. */
export const onShipmentCancelled = advanceOn(shipmentCancelledV1, (data) => ({
  type: 'ShipmentCancelled',
  code: data.code,
}));
