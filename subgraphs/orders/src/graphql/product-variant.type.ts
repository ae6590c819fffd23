import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('ProductVariant', { description: 'Something that is sold, in one form.' })
export class ProductVariantType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;
}
