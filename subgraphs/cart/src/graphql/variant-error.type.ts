import type { DomainError } from '@souk/kit/domain';
import { toUserError, UserErrorType } from '@souk/kit/graphql';
import { Field, ID, ObjectType } from 'type-graphql';
import { VariantsRefusedError } from '../domain/cart.errors.js';

@ObjectType('CartVariantError', { implements: UserErrorType, description: 'A refusal because of certain items.' })
export class VariantErrorType extends UserErrorType {
  @Field(() => [ID], { description: 'Ids of the items at fault.' })
  variantIds!: string[];

  readonly typeName = 'CartVariantError';
}

/** Turns a refusal into what the client sees, with the items at fault where there are any. */
export function toCartUserError(error: DomainError): UserErrorType {
  const plain = toUserError(error);
  if (!(error instanceof VariantsRefusedError)) return plain;
  return Object.assign(new VariantErrorType(), plain, { variantIds: [...error.variantIds] });
}
