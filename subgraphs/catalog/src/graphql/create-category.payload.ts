import { PayloadType } from '@souk/kit/graphql';
import { Field, ObjectType } from 'type-graphql';
import { CategoryType } from './category.type.js';

@ObjectType({ description: 'What `createCategory` answers.' })
export class CreateCategoryPayload extends PayloadType {
  @Field(() => CategoryType, { nullable: true, description: 'The new shelf.' })
  category?: CategoryType;
}
