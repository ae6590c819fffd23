import type { SubgraphGraph } from '@souk/kit/graphql';
import { refusals } from '@souk/schema/refusals';
import { OrderResolver } from './order.resolver.js';
import { OrderType } from './order.type.js';
import { resolveShipment } from './shipment.reference.js';
import { ShipmentResolver } from './shipment.resolver.js';
import { ShippingZoneResolver } from './shipping-zone.resolver.js';

/** Shipping's part of the graph. */
export const graph: SubgraphGraph = {
  resolvers: [OrderResolver, ShipmentResolver, ShippingZoneResolver],
  orphanedTypes: [OrderType],
  references: { Order: ({ id }: { id: string }) => Object.assign(new OrderType(), { id }), Shipment: resolveShipment },
  userErrorCodes: refusals('INVALID_AMOUNT', 'NOT_FOUND'),
};
