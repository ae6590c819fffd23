import { ReplayablePayloadType } from '@souk/kit/graphql';
import { Field, Int, ObjectType } from 'type-graphql';
import { CartType } from './cart.type.js';

@ObjectType()
abstract class ChangedCartPayload extends ReplayablePayloadType {
  @Field(() => CartType, { nullable: true, description: 'The cart as it is now.' })
  cart?: CartType;

  @Field(() => Int, {
    nullable: true,
    description: "The cart's version that this request made, also when it is repeated.",
  })
  version?: number;
}

@ObjectType({ description: 'What `addCartLines` answers.' })
export class AddCartLinesPayload extends ChangedCartPayload {}

@ObjectType({ description: 'What `changeCartLines` answers.' })
export class ChangeCartLinesPayload extends ChangedCartPayload {}

@ObjectType({ description: 'What `removeCartLines` answers.' })
export class RemoveCartLinesPayload extends ChangedCartPayload {}

@ObjectType({ description: 'What `clearCart` answers.' })
export class ClearCartPayload extends ChangedCartPayload {}
