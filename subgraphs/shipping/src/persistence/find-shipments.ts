import { defineLoader, groupBy, type SubgraphContext } from '@souk/kit/graphql';
import { type Caller, ownerIdsOf } from '@souk/kit/identity';
import { Shipment } from '../domain/shipment.js';

export interface TrackingEventRow {
  shipment_id: string;
  status: string;
  occurred_at: Date;
  location: string;
  description: string;
}

/** What of the table a caller may see: their own, the one of their order link, or all for staff. */
function visibleTo(caller: Caller): object {
  if (caller.scopes.includes('shipping:read')) return {};
  return {
    $or: [{ customerId: { $in: ownerIdsOf(caller) } }, ...(caller.orderId ? [{ orderId: caller.orderId }] : [])],
  };
}

/** The shipments of orders, as far as the caller may see them. */
export const shipmentsByOrderId = defineLoader(async (orderIds, { em, caller }: SubgraphContext) => {
  const shipments = await em.find(
    Shipment,
    { $and: [{ orderId: { $in: [...orderIds] } }, { methodCode: { $ne: 'none' } }, visibleTo(caller)] },
    { orderBy: { createdAt: 'asc', id: 'asc' } },
  );
  return groupBy(shipments, (shipment) => shipment.orderId);
});

/** One shipment, if it is there and the caller's to see. */
export function findShipment({ em, caller }: SubgraphContext, id: string): Promise<Shipment | null> {
  return em.findOne(Shipment, { $and: [{ id }, visibleTo(caller)] });
}

/** What happened to parcels on their way, oldest first. */
export const trackingEventsByShipmentId = defineLoader(async (ids, { em }: SubgraphContext) => {
  const rows = await em.execute<TrackingEventRow[]>(
    'select * from tracking_event where shipment_id = any(?::uuid[]) order by occurred_at, status',
    [`{${ids.join(',')}}`],
  );
  return groupBy(rows, (row) => row.shipment_id);
});
