import type { Clock } from '@souk/kit/domain';
import { currentOrigin } from '@souk/kit/observability';
import { type EntityManager, inTransaction } from '@souk/kit/persistence';
import type { Carrier } from '../carriers/carrier.js';
import { serviceOf } from '../carriers/service-of.js';
import { Shipment, type ShipmentCancellation } from '../domain/shipment.js';

export interface StopShipmentWork {
  em: EntityManager;
  now: Clock;
  carrier: Carrier;
}

/** An order whose parcel is stopped before there is one: nobody knows whose it is, and nobody needs to. */
const nobody = '00000000-0000-0000-0000-000000000000';

/**
 * Keeps an order's parcel from leaving. True when it never will; false when the carrier has it already. Repeating it
 * changes nothing. Publishes `shipping.shipment.cancelled.v1`.
 * @throws {CarrierUnavailableError} when only the carrier could tell and it does not; nothing has changed then.
 */
export async function stopShipment(
  work: StopShipmentWork,
  orderId: string,
  code: ShipmentCancellation,
): Promise<boolean> {
  const outcome = await inTransaction(work.em, (em) => stopHere({ ...work, em }, orderId, code));
  if (typeof outcome === 'boolean') return outcome;
  return stopAtCarrier(work, outcome, code);
}

/** Stops what has not gone out; returns the shipment when the carrier must be asked. */
async function stopHere(
  { em, now, carrier }: StopShipmentWork,
  orderId: string,
  code: ShipmentCancellation,
): Promise<boolean | Shipment> {
  const shipment = await em.findOne(Shipment, { orderId });
  if (!shipment) {
    const draft = { orderId, customerId: nobody, methodCode: 'none', carrier: carrier.code, origin: currentOrigin() };
    const never = Shipment.create(draft, now());
    never.cancel(code);
    em.persist(never);
    return true;
  }
  if (shipment.mayBeWithCarrier) return shipment;
  if (shipment.status === 'CREATED') shipment.cancel(code);
  return shipment.status === 'CANCELLED';
}

async function stopAtCarrier(
  { em, carrier }: StopShipmentWork,
  shipment: Shipment,
  code: ShipmentCancellation,
): Promise<boolean> {
  const { id, parcel, methodCode } = shipment;
  const label = shipment.label ?? (parcel && (await carrier.book(id, parcel, serviceOf(methodCode))));
  if (label && !(await carrier.cancel(label.carrierShipmentId))) return false;
  return inTransaction(em, async (transaction) => {
    const current = await transaction.findOneOrFail(Shipment, { id });
    if (current.status === 'CREATED' || current.status === 'LABELLED') current.cancel(code);
    return current.status === 'CANCELLED';
  });
}
