import { ConnectionArguments, CurrencyCode, SafeInt } from '@souk/kit/graphql';
import { ArgsType, Field, InputType, registerEnumType } from 'type-graphql';
import { defaultCurrency } from '../domain/price.js';
import { productSorts } from '../domain/search-criteria.js';

export const ProductSortEnum = Object.fromEntries(productSorts.map((sort) => [sort, sort]));
registerEnumType(ProductSortEnum, {
  name: 'ProductSort',
  description: 'How found products are ordered.',
  valuesConfig: {
    RELEVANCE: { description: 'What fits the words best comes first; without words, the newest.' },
    PRICE_ASC: { description: 'The cheapest first; those without a price last.' },
    PRICE_DESC: { description: 'The dearest first; those without a price last.' },
    NEWEST: { description: 'The latest addition first.' },
    TITLE: { description: 'By title, from A to Z.' },
  },
});

@InputType({ description: 'Bounds of a price; each may be left out.' })
export class PriceBoundsInput {
  @Field(() => SafeInt, { nullable: true, description: 'From this many minor units, included.' })
  fromMinor?: number | null;

  @Field(() => SafeInt, { nullable: true, description: 'Up to this many minor units, included.' })
  toMinor?: number | null;
}

@InputType({ description: 'What a property must be.' })
export class AttributeFilterInput {
  @Field(() => String, { description: 'Which property, such as "Material".' })
  name!: string;

  @Field(() => [String], { description: 'One of these suffices.' })
  values!: string[];
}

@InputType({ description: 'What narrows a search. Products must fulfil all that is said.' })
export class ProductSearchInput {
  @Field(() => String, { nullable: true, description: 'On this shelf, or on one inside it.' })
  categorySlug?: string | null;

  @Field(() => [String], { nullable: true, description: 'By one of these brands.' })
  brands?: string[] | null;

  @Field(() => CurrencyCode, {
    defaultValue: defaultCurrency,
    description: 'Whose prices count, here and for the order.',
  })
  currency!: string;

  @Field(() => PriceBoundsInput, { nullable: true, description: 'Where the lowest price of a product must lie.' })
  price?: PriceBoundsInput | null;

  @Field(() => [AttributeFilterInput], {
    nullable: true,
    description: 'What its properties, or those of a variant, must be.',
  })
  attributes?: AttributeFilterInput[] | null;
}

@ArgsType()
export class ProductSearchArguments extends ConnectionArguments {
  @Field(() => String, {
    nullable: true,
    description:
      'Words to find, at most 200 characters. The last one may be unfinished; slips of the pen are forgiven.',
  })
  query?: string | null;

  @Field(() => ProductSearchInput, { nullable: true, description: 'What narrows the search.' })
  filter?: ProductSearchInput | null;

  @Field(() => ProductSortEnum, { defaultValue: 'RELEVANCE', description: 'Their order.' })
  sort!: string;
}
