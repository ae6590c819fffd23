import { type EntityManager, inTransaction } from '@souk/kit/persistence';
import type { Carrier, TrackedParcel } from '../carriers/carrier.js';
import { Shipment } from '../domain/shipment.js';

/**
 * Asks the carrier where a parcel is and takes note. Publishes `shipping.shipment.dispatched.v1`, `.delivered.v1` or
 * `.cancelled.v1`.
 * @throws {CarrierUnavailableError} when the carrier does not answer; try again later.
 */
export async function trackShipment(
  { em, carrier }: { em: EntityManager; carrier: Carrier },
  shipmentId: string,
): Promise<void> {
  const { label } = await em.findOneOrFail(Shipment, { id: shipmentId });
  if (!label) return;
  const tracked = await carrier.track(label.carrierShipmentId);
  await inTransaction(em, async (transaction) => {
    const shipment = await transaction.findOneOrFail(Shipment, { id: shipmentId });
    follow(shipment, tracked);
    await noteSteps(transaction, shipmentId, tracked);
  });
}

function follow(shipment: Shipment, { status, steps }: TrackedParcel): void {
  const timeOf = (name: string) => steps.find((step) => step.status === name)?.at ?? new Date(0);
  if (status === 'CANCELLED') {
    if (shipment.status === 'LABELLED') shipment.cancel(shipment.cancellationWish ?? 'BY_STAFF');
    return;
  }
  if (status !== 'LABEL_CREATED' && shipment.status === 'LABELLED') shipment.dispatch(timeOf('PICKED_UP'));
  if (status === 'DELIVERED' && shipment.status === 'DISPATCHED') shipment.deliver(timeOf('DELIVERED'));
}

async function noteSteps(em: EntityManager, shipmentId: string, { steps }: TrackedParcel): Promise<void> {
  for (const { status, at, location, description } of steps) {
    await em.execute(
      `insert into tracking_event (shipment_id, status, occurred_at, location, description)
       values (?, ?, ?, ?, ?) on conflict do nothing`,
      [shipmentId, status, at, location, description],
    );
  }
}
