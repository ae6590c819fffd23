import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import type { Product } from '../domain/product.js';
import type { ProductVariant } from '../domain/product-variant.js';
import { ProductAttributeType } from './attribute.type.js';

@Directive('@key(fields: "id")')
@Directive('@cacheControl(maxAge: 60, scope: PUBLIC)')
@ObjectType('ProductVariant', { description: 'One form in which a product is sold: this is what goes into a cart.' })
export class ProductVariantType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: "The shop's own number for it." })
  sku!: string;

  @Field(() => [ProductAttributeType], {
    description: 'What tells it from its siblings, such as size and colour. Empty when there is only one.',
  })
  options!: readonly ProductAttributeType[];

  @Field(() => Int, { description: 'What it weighs, packed, in grams.' })
  weightGrams!: number;

  parent!: Product;
}

export function toProductVariantType(
  { id, sku, options, weightGrams }: ProductVariant,
  parent: Product,
): ProductVariantType {
  return Object.assign(new ProductVariantType(), { id, sku, options, weightGrams, parent });
}

/** The variant of that id; null when the product has none. */
export function variantTypeIn(product: Product | null, id: string): ProductVariantType | null {
  const variant = product?.variants.find((candidate) => candidate.id === id);
  return product && variant ? toProductVariantType(variant, product) : null;
}
