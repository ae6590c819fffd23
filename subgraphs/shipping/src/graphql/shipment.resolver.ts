import { requireId, type SubgraphContext } from '@souk/kit/graphql';
import { Arg, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { findShipment, trackingEventsByShipmentId } from '../persistence/find-shipments.js';
import { ShipmentType, TrackingEventType, toShipmentType, toTrackingEventType } from './shipment.type.js';

@Resolver(() => ShipmentType)
export class ShipmentResolver {
  @Directive('@authenticated')
  @Query(() => ShipmentType, { nullable: true, description: 'A parcel; null when it is absent or not yours to see.' })
  async shipment(
    @Arg('id', () => ID, { description: 'Which one.' }) id: string,
    @Ctx() context: SubgraphContext,
  ): Promise<ShipmentType | null> {
    const shipment = await findShipment(context, requireId(id));
    return shipment && toShipmentType(shipment);
  }

  @FieldResolver(() => [TrackingEventType], { description: 'Its way so far, oldest first.' })
  async trackingEvents(@Root() shipment: ShipmentType, @Ctx() context: SubgraphContext): Promise<TrackingEventType[]> {
    return ((await trackingEventsByShipmentId(context).load(shipment.id)) ?? []).map(toTrackingEventType);
  }
}
