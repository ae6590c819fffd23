import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('ProductVariant', { description: 'What is sold: one size, colour or edition of a product.' })
export class ProductVariantType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;
}

export function toProductVariantType(id: string): ProductVariantType {
  return Object.assign(new ProductVariantType(), { id });
}
