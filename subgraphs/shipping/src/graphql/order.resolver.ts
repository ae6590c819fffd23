import type { SubgraphContext } from '@souk/kit/graphql';
import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import { shipmentsByOrderId } from '../persistence/find-shipments.js';
import { OrderType } from './order.type.js';
import { ShipmentType, toShipmentType } from './shipment.type.js';

@Resolver(() => OrderType)
export class OrderResolver {
  @Directive('@listSize(assumedSize: 2)')
  @FieldResolver(() => [ShipmentType], { nullable: true, description: 'Its parcels, oldest first.' })
  async shipments(@Root() order: OrderType, @Ctx() context: SubgraphContext): Promise<ShipmentType[]> {
    return ((await shipmentsByOrderId(context).load(order.id)) ?? []).map(toShipmentType);
  }
}
