import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'What to send once more.' })
export class ResendMessageInput {
  @Field(() => ID, { description: 'Which message.' })
  messageId!: string;

  @Field(() => ID, {
    description: 'Chosen by the client, 16 to 255 characters: asked again with the same key, it is sent once.',
  })
  idempotencyKey!: string;
}
