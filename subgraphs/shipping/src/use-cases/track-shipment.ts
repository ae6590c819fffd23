import type { Turns } from '@souk/kit/concurrency';
import { type EntityManager, inTransaction } from '@souk/kit/persistence';
import type { Carrier, TrackedParcel } from '../carriers/carrier.js';
import { Shipment } from '../domain/shipment.js';
import type { ShipmentStatus } from '../domain/shipment-status.js';

/** What a shipment is, by what its carrier says of it. */
const standsFor: Record<TrackedParcel['status'], ShipmentStatus> = {
  LABEL_CREATED: 'LABELLED',
  PICKED_UP: 'DISPATCHED',
  IN_TRANSIT: 'DISPATCHED',
  OUT_FOR_DELIVERY: 'DISPATCHED',
  DELIVERED: 'DELIVERED',
  CANCELLED: 'CANCELLED',
};

/**
 * Asks the carrier where a parcel is and takes note. Publishes `shipping.shipment.dispatched.v1`, `.delivered.v1` or
 * `.cancelled.v1`.
 * @param parts.writing carriers are slow and asked side by side, but connections are few: what they say is written in turns.
 * @throws {CarrierUnavailableError} when the carrier does not answer; try again later.
 */
export async function trackShipment(
  { em, carrier, writing }: { em: EntityManager; carrier: Carrier; writing: Turns },
  shipmentId: string,
): Promise<void> {
  const { label, status } = await em.findOneOrFail(Shipment, { id: shipmentId });
  if (!label) return;
  const tracked = await carrier.track(label.carrierShipmentId);
  // Most of the time nothing has happened since it was last asked.
  if (status === standsFor[tracked.status] && (await areKnown(em, shipmentId, tracked))) return;
  await writing.take(() => takeNote(em, shipmentId, tracked));
}

async function takeNote(em: EntityManager, shipmentId: string, tracked: TrackedParcel): Promise<void> {
  await inTransaction(em, async (transaction) => {
    const shipment = await transaction.findOneOrFail(Shipment, { id: shipmentId });
    follow(shipment, tracked);
    await noteSteps(transaction, shipmentId, tracked);
  });
}

async function areKnown(em: EntityManager, shipmentId: string, { steps }: TrackedParcel): Promise<boolean> {
  const rows = await em.execute<{ status: string; occurred_at: Date }[]>(
    'select status, occurred_at from tracking_event where shipment_id = ?',
    [shipmentId],
  );
  const known = new Set(rows.map((row) => keyOf(row.status, row.occurred_at)));
  return steps.every(({ status, at }) => known.has(keyOf(status, at)));
}

function keyOf(status: string, at: Date | string): string {
  return `${status} ${new Date(at).getTime()}`;
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
  await em.execute(
    `insert into tracking_event (shipment_id, status, occurred_at, location, description)
     select ?::uuid, status, at, location, description
     from jsonb_to_recordset(?::jsonb) as step (status text, at timestamptz, location text, description text)
     on conflict do nothing`,
    [shipmentId, JSON.stringify(steps)],
  );
}
