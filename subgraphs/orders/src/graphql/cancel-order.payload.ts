import { ReplayablePayloadType } from '@souk/kit/graphql';
import { Field, ObjectType } from 'type-graphql';
import { OrderType } from './order.type.js';

@ObjectType({ description: 'What `cancelOrder` answers.' })
export class CancelOrderPayload extends ReplayablePayloadType {
  @Field(() => OrderType, { nullable: true, description: 'The order as it is now.' })
  order?: OrderType | null;
}
