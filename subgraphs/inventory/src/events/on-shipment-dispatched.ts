import { onEvent } from '@souk/kit/messaging';
import { shipmentDispatchedV1 } from '@souk/schema/events/shipping';
import { shipReservation } from '../use-cases/ship-reservation.js';

/** Takes the goods off the shelves: the carrier has them. */
export const onShipmentDispatched = onEvent(shipmentDispatchedV1, ({ id, data: { orderId, shipmentId } }, work) =>
  shipReservation(work, { orderId, shipmentId, eventId: id }),
);
