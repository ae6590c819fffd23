import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'What was read.' })
export class MarkNotificationsReadInput {
  @Field(() => [ID], { description: 'Which notifications, 100 at most. Those that are not yours are left out.' })
  ids!: string[];
}
