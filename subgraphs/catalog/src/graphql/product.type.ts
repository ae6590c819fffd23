import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import type { Product } from '../domain/product.js';
import { ProductAttributeType } from './attribute.type.js';
import { ProductImageType } from './product-image.type.js';
import { ProductStatusEnum } from './product-status.enum.js';

@Directive('@key(fields: "id")')
@Directive('@cacheControl(maxAge: 60, scope: PUBLIC)')
@ObjectType('Product', { description: 'Something the shop sells, in one or more variants.' })
export class ProductType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'Its name in addresses; no two products share one, and it never changes.' })
  slug!: string;

  @Field(() => String, { description: 'What it is called.' })
  title!: string;

  @Field(() => String, { description: 'What there is to say about it, as plain text.' })
  description!: string;

  @Field(() => String, { nullable: true, description: 'Who makes it, where that is known.' })
  brand!: string | null;

  @Field(() => ProductStatusEnum, { description: 'Whether it is sold.' })
  status!: string;

  @Field(() => [ProductImageType], { description: 'Its pictures, the most important one first.' })
  images!: readonly ProductImageType[];

  @Field(() => [ProductAttributeType], { description: 'What is the same for all its variants.' })
  attributes!: readonly ProductAttributeType[];

  @Field(() => Int, { description: 'Raised by every change; for `expectedVersion`.' })
  version!: number;

  @Field(() => Date, { description: 'Since when it has been here.' })
  createdAt!: Date;

  product!: Product;
}

export function toProductType(product: Product): ProductType {
  const { id, slug, title, description, brand, status, images, attributes, version, createdAt } = product;
  const own = { id, slug, title, description, brand, status, images, attributes, version, createdAt };
  return Object.assign(new ProductType(), own, { product });
}
