import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'A shelf to put up.' })
export class CreateCategoryInput {
  @Field(() => String, { description: '1 to 100 characters; its slug is made of it.' })
  name!: string;

  @Field(() => ID, { nullable: true, description: 'The shelf it stands in; an outermost one when not said.' })
  parentId?: string | null;
}
