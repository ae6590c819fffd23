import { Field, ID, InputType, Int } from 'type-graphql';
import { ProductAttributeInput } from './attribute.type.js';
import { PriceInput } from './create-product.input.js';
import { ProductImageInput } from './product-image.type.js';

@InputType({ description: 'A variant as it is from now on.' })
export class UpdateVariantInput {
  @Field(() => ID, { description: 'Which variant of the product.' })
  variantId!: string;

  @Field(() => [ProductAttributeInput], { description: 'What tells it from its siblings.' })
  options!: ProductAttributeInput[];

  @Field(() => Int, { description: 'What it weighs, packed, in grams.' })
  weightGrams!: number;
}

@InputType({ description: 'A change to a product. What is not said stays as it is; so does the slug.' })
export class UpdateProductInput {
  @Field(() => ID, { description: 'Which product.' })
  productId!: string;

  @Field(() => Int, { nullable: true, description: 'Its `version` as the caller saw it; another one is a CONFLICT.' })
  expectedVersion?: number | null;

  @Field(() => String, { nullable: true, description: '1 to 200 characters.' })
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'Plain text, at most 10000 characters.' })
  description?: string | null;

  @Field(() => String, { nullable: true, description: 'Who makes it; null takes the brand away.' })
  brand?: string | null;

  @Field(() => [ID], { nullable: true, description: 'All the shelves it stands on from now on.' })
  categoryIds?: string[] | null;

  @Field(() => String, { nullable: true, description: 'How it is taxed.' })
  taxClassCode?: string | null;

  @Field(() => [ProductImageInput], { nullable: true, description: 'All its pictures from now on.' })
  images?: ProductImageInput[] | null;

  @Field(() => [ProductAttributeInput], { nullable: true, description: 'All its properties from now on.' })
  attributes?: ProductAttributeInput[] | null;

  @Field(() => [UpdateVariantInput], { nullable: true, description: 'The variants that change.' })
  variants?: UpdateVariantInput[] | null;
}

@InputType({ description: 'A product to take off sale.' })
export class WithdrawProductInput {
  @Field(() => ID, { description: 'Which product.' })
  productId!: string;
}

@InputType({ description: 'One more form in which a product is sold.' })
export class AddVariantInput {
  @Field(() => ID, { description: 'Which product.' })
  productId!: string;

  @Field(() => String, {
    description: "The shop's own number for it: 1 to 64 letters, digits, and . _ / - between them.",
  })
  sku!: string;

  @Field(() => [ProductAttributeInput], { description: 'What tells it from its siblings.' })
  options!: ProductAttributeInput[];

  @Field(() => Int, { description: 'What it weighs, packed, in grams.' })
  weightGrams!: number;

  @Field(() => [PriceInput], { description: 'What it costs; one price per currency.' })
  prices!: PriceInput[];
}

@InputType({ description: 'What a variant costs from now on.' })
export class SetPricesInput {
  @Field(() => ID, { description: 'Which variant.' })
  variantId!: string;

  @Field(() => [PriceInput], { description: 'One price per currency; currencies that are not named keep theirs.' })
  prices!: PriceInput[];
}
