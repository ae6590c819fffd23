import { eventsOf, expectedDelivery, statusOf } from './progress.js';
import type { Shipment } from './shipment.js';

interface View {
  now: Date;
  /** This server's address as a browser sees it. */
  publicUrl: string;
}

/** A shipment as the API shows it. */
export function presentShipment(shipment: Shipment, { now, publicUrl }: View): object {
  const { id, reference, trackingNumber, service, weightGrams, to, createdAt, labelToken } = shipment;
  return {
    id,
    reference,
    trackingNumber,
    labelUrl: `${publicUrl}/v1/shipments/${id}/label?token=${labelToken}`,
    status: statusOf(shipment, now),
    service,
    weightGrams,
    to,
    createdAt,
    expectedDeliveryAt: shipment.cancelledAt ? null : expectedDelivery(shipment).toISOString(),
    events: eventsOf(shipment, now),
  };
}
