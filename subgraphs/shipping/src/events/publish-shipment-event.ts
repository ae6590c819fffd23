import type { EventMessage } from '@souk/kit/contracts';
import {
  shipmentCancelledV1,
  shipmentCreatedV1,
  shipmentDeliveredV1,
  shipmentDispatchedV1,
} from '@souk/schema/events/shipping';
import type { ShipmentEvent } from '../domain/shipment.js';

/** Turns what happened to a shipment into the messages other subgraphs rely on. */
export function publishShipmentEvent(event: ShipmentEvent): EventMessage[] {
  const { id, orderId, carrier, label } = event.shipment;
  const shipment = { shipmentId: id, orderId };
  switch (event.type) {
    case 'ShipmentCreated':
      return [shipmentCreatedV1(shipment)];
    case 'ShipmentDispatched':
      return [shipmentDispatchedV1({ ...shipment, carrier, trackingNumber: label?.trackingNumber ?? '' })];
    case 'ShipmentDelivered':
      return [shipmentDeliveredV1(shipment)];
    case 'ShipmentCancelled':
      return [shipmentCancelledV1({ ...shipment, code: event.code })];
  }
}
