import { MoneyType } from '@souk/kit/graphql';
import { Field, Int, ObjectType } from 'type-graphql';
import { CategoryType } from './category.type.js';

@ObjectType('FacetValue', { description: 'A further choice and how many products it would leave.' })
export class FacetValueType {
  @Field(() => String, { description: 'The choice, as a filter takes it.' })
  value!: string;

  @Field(() => Int, { description: 'How many products it would leave.' })
  count!: number;
}

@ObjectType('CategoryFacet', { description: 'A shelf and how many of the products stand on it or inside it.' })
export class CategoryFacetType {
  @Field(() => CategoryType, { description: 'The shelf.' })
  category!: CategoryType;

  @Field(() => Int, { description: 'How many products it would leave.' })
  count!: number;
}

@ObjectType('PriceFacet', { description: 'A span of prices and how many products lie in it.' })
export class PriceFacetType {
  @Field(() => MoneyType, { description: 'From this price on, included.' })
  from!: MoneyType;

  @Field(() => MoneyType, { nullable: true, description: 'Below this price; open when null.' })
  below!: MoneyType | null;

  @Field(() => Int, { description: 'How many products it would leave.' })
  count!: number;
}

@ObjectType('AttributeFacet', { description: 'A property and what it may be.' })
export class AttributeFacetType {
  @Field(() => String, { description: 'Which property, as a filter takes it.' })
  name!: string;

  @Field(() => [FacetValueType], { description: 'What it is, the most frequent first.' })
  values!: FacetValueType[];
}

@ObjectType('ProductFacets', {
  description: 'What would narrow a search further. Each list obeys all filters but the one on itself.',
})
export class ProductFacetsType {
  @Field(() => [FacetValueType], { description: 'Brands, the most frequent first; at most 50.' })
  brands!: FacetValueType[];

  @Field(() => [CategoryFacetType], { description: 'Shelves of every depth, the fullest first; at most 200.' })
  categories!: CategoryFacetType[];

  @Field(() => [PriceFacetType], {
    description: 'Spans of the lowest price, from cheap to dear; empty ones are left out.',
  })
  prices!: PriceFacetType[];

  @Field(() => [AttributeFacetType], { description: 'The properties that most products have; at most 8.' })
  attributes!: AttributeFacetType[];
}
