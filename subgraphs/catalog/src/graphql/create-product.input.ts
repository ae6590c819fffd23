import { CurrencyCode, SafeInt } from '@souk/kit/graphql';
import { Field, ID, InputType, Int } from 'type-graphql';
import { ProductAttributeInput } from './attribute.type.js';
import { ProductImageInput } from './product-image.type.js';

@InputType({ description: 'What a variant costs in a currency.' })
export class PriceInput {
  @Field(() => CurrencyCode, { description: 'The currency.' })
  currency!: string;

  @Field(() => SafeInt, { description: 'Whole minor units, 0 or more.' })
  amountMinor!: number;
}

@InputType({ description: 'Units that are there already; inventory is told of them once.' })
export class InitialStockInput {
  @Field(() => String, { description: 'Code of the warehouse, in capitals.' })
  warehouseCode!: string;

  @Field(() => Int, { description: '0 or more.' })
  quantity!: number;
}

@InputType({ description: 'One form in which a product is sold.' })
export class VariantInput {
  @Field(() => String, {
    description: "The shop's own number for it: 1 to 64 letters, digits, and . _ / - between them.",
  })
  sku!: string;

  @Field(() => [ProductAttributeInput], { defaultValue: [], description: 'What tells it from its siblings.' })
  options!: ProductAttributeInput[];

  @Field(() => Int, { description: 'What it weighs, packed, in grams.' })
  weightGrams!: number;

  @Field(() => [PriceInput], { description: 'What it costs; one price per currency.' })
  prices!: PriceInput[];

  @Field(() => InitialStockInput, { nullable: true, description: 'What is there already; nothing when not said.' })
  initialStock?: InitialStockInput | null;
}

@InputType({ description: 'A product to put on sale.' })
export class CreateProductInput {
  @Field(() => String, { description: '1 to 200 characters; its slug is made of it.' })
  title!: string;

  @Field(() => String, { defaultValue: '', description: 'Plain text, at most 10000 characters.' })
  description!: string;

  @Field(() => String, { nullable: true, description: 'Who makes it, 1 to 100 characters.' })
  brand?: string | null;

  @Field(() => [ID], { defaultValue: [], description: 'The shelves it stands on, at most 20.' })
  categoryIds!: string[];

  @Field(() => String, { defaultValue: 'standard', description: 'How it is taxed.' })
  taxClassCode!: string;

  @Field(() => [ProductImageInput], { defaultValue: [], description: 'Its pictures, at most 20.' })
  images!: ProductImageInput[];

  @Field(() => [ProductAttributeInput], { defaultValue: [], description: 'Its properties, at most 60.' })
  attributes!: ProductAttributeInput[];

  @Field(() => [VariantInput], { description: 'The forms in which it is sold, 1 to 100.' })
  variants!: VariantInput[];
}
