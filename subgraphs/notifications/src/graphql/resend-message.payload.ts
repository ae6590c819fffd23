import { ReplayablePayloadType } from '@souk/kit/graphql';
import { Field, ObjectType } from 'type-graphql';
import { MessageType } from './message.type.js';

@ObjectType({ description: 'What `resendMessage` answers.' })
export class ResendMessagePayload extends ReplayablePayloadType {
  @Field(() => MessageType, { nullable: true, description: 'The new message, which repeats the other.' })
  message?: MessageType;
}
