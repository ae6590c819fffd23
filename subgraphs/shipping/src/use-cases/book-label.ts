import type { Ask } from '@souk/kit/asking';
import { faultPoint } from '@souk/kit/faults';
import { type EntityManager, inTransaction } from '@souk/kit/persistence';
import { askOrderSummary } from '@souk/schema/questions/orders';
import { type Carrier, NotDeliverableError } from '../carriers/carrier.js';
import { serviceOf } from '../carriers/service-of.js';
import { type Parcel, Shipment } from '../domain/shipment.js';

export interface BookLabelWork {
  em: EntityManager;
  ask: Ask;
  carrier: Carrier;
}

/**
 * Gets a label from the carrier. What is asked is written down first, so that a label that nobody knows of cannot exist.
 * An address that the carrier does not serve cancels the shipment.
 * @throws {CarrierUnavailableError} or {PublicError} when somebody does not answer; try again later.
 */
export async function bookLabel(work: BookLabelWork, shipmentId: string): Promise<void> {
  const parcel = await prepare(work, shipmentId);
  if (!parcel) return;
  const label = await book(work, shipmentId, parcel);
  await faultPoint('shipping.label.afterBookingBeforeSave');
  await inTransaction(work.em, async (em) => {
    const shipment = await em.findOneOrFail(Shipment, { id: shipmentId });
    if (shipment.status !== 'CREATED') return;
    if (label) shipment.attachLabel(label);
    else shipment.cancel('NOT_DELIVERABLE');
  });
}

async function prepare(
  { em, ask }: BookLabelWork,
  shipmentId: string,
): Promise<Pick<Shipment, 'parcel' | 'methodCode'> | null> {
  const shipment = await em.findOne(Shipment, { id: shipmentId });
  if (shipment?.status !== 'CREATED') return null;
  const parcel = shipment.parcel ?? (await parcelOf(ask, shipment.orderId));
  return inTransaction(em, async (transaction) => {
    const current = await transaction.findOneOrFail(Shipment, { id: shipmentId });
    if (current.status !== 'CREATED') return null;
    current.prepareBooking(parcel);
    return current;
  });
}

async function book(
  { carrier }: BookLabelWork,
  reference: string,
  { parcel, methodCode }: Pick<Shipment, 'parcel' | 'methodCode'>,
) {
  if (!parcel) throw new Error('A parcel is noted before it is booked.');
  try {
    return await carrier.book(reference, parcel, serviceOf(methodCode));
  } catch (error) {
    if (error instanceof NotDeliverableError) return null;
    throw error;
  }
}

async function parcelOf(ask: Ask, orderId: string): Promise<Parcel> {
  const { order } = await ask(askOrderSummary, { orderId });
  if (!order) throw new Error(`Orders does not know the order ${orderId} that it said was paid.`);
  const { name, line1, line2, city, postalCode, countryCode } = order.shippingAddress;
  return { to: { name, line1, line2, city, postalCode, countryCode }, weightGrams: order.weightGrams };
}
