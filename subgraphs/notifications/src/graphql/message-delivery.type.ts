import { Directive, Field, Int, ObjectType } from 'type-graphql';
import type { Delivery } from '../domain/delivery.js';
import { DeliveryOutcomeEnum } from './message-enums.js';

@Directive('@tag(name: "personal")')
@Directive('@requiresScopes(scopes: [["notifications:read"]])')
@ObjectType('MessageDelivery', { description: 'One try to send a message. What is written here stays as it is.' })
export class MessageDeliveryType {
  @Field(() => Int, { description: 'The how many-th try it was, from 1.' })
  tryNumber!: number;

  @Field(() => DeliveryOutcomeEnum, { description: 'How it ended.' })
  outcome!: string;

  @Field(() => String, { nullable: true, description: 'What went wrong, without addresses.' })
  error!: string | null;

  @Field(() => Date, { description: 'When it ended.' })
  occurredAt!: Date;
}

export function toMessageDeliveryType({ tryNumber, outcome, error, occurredAt }: Delivery): MessageDeliveryType {
  return Object.assign(new MessageDeliveryType(), { tryNumber, outcome, error, occurredAt });
}
