import type { DomainError } from '@souk/kit/domain';
import { ReplayablePayloadType, toUserError, UserErrorType } from '@souk/kit/graphql';
import { Field, ID, ObjectType } from 'type-graphql';
import { PriceChangedError } from '../domain/order.errors.js';
import { OrderType } from './order.type.js';

@ObjectType({ description: 'What `placeOrder` answers.' })
export class PlaceOrderPayload extends ReplayablePayloadType {
  @Field(() => OrderType, { nullable: true, description: 'The order; PENDING at first.' })
  order?: OrderType | null;
}

@ObjectType('PriceChanged', {
  implements: UserErrorType,
  description: 'A price has changed since the quote was made.',
})
export class PriceChangedType extends UserErrorType {
  readonly typeName = 'PriceChanged';

  @Field(() => ID, { description: 'The quote with the prices of now.' })
  newQuoteId!: string;
}

/** Turns a refusal of `placeOrder` into what the client sees. */
export function toPlaceOrderError(error: DomainError): UserErrorType {
  if (!(error instanceof PriceChangedError)) return toUserError(error);
  const { newQuoteId } = error;
  return Object.assign(new PriceChangedType(), toUserError(error), { newQuoteId });
}
