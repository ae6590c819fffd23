import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType('VariantAvailability', { description: 'How much of a variant can be ordered now.' })
export class VariantAvailabilityType {
  @Field(() => Boolean, { description: 'Whether at least one unit can be ordered.' })
  inStock!: boolean;

  @Field(() => Int, { description: 'How many units can be ordered, over all warehouses.' })
  available!: number;
}

@Directive('@key(fields: "id")')
@ObjectType('ProductVariant', { description: 'A variant of a product.' })
export class ProductVariantType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => VariantAvailabilityType, { nullable: true, description: 'How much of it can be ordered now.' })
  availability?: VariantAvailabilityType | null;
}

/** @param available units that nobody has been promised. */
export function toVariantAvailabilityType(available: number): VariantAvailabilityType {
  return Object.assign(new VariantAvailabilityType(), { inStock: available > 0, available });
}

export function toProductVariantType(id: string): ProductVariantType {
  return Object.assign(new ProductVariantType(), { id });
}
