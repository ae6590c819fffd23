import type { SubgraphContext } from '@souk/kit/graphql';
import { findShipment } from '../persistence/find-shipments.js';
import { type ShipmentType, toShipmentType } from './shipment.type.js';

/** The shipment another subgraph refers to; null when absent or not the caller's to see. */
export async function resolveShipment({ id }: { id: string }, context: SubgraphContext): Promise<ShipmentType | null> {
  const shipment = await findShipment(context, id);
  return shipment && toShipmentType(shipment);
}
