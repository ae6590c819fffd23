import { connectionOf } from '@souk/kit/graphql';
import { Field, ObjectType } from 'type-graphql';
import { ProductType } from './product.type.js';
import { ProductFacetsType } from './product-facets.type.js';

export const ProductConnectionType = connectionOf('Product', ProductType, { totalCount: true });

@ObjectType('ProductSearchConnection', { description: 'A page of found products, and what would narrow the search.' })
export class ProductSearchConnectionType extends ProductConnectionType {
  @Field(() => String, {
    nullable: true,
    description: 'What was searched for instead, when no product has the words as they were written.',
  })
  correctedQuery!: string | null;

  @Field(() => ProductFacetsType, { description: 'What would narrow the search, with counts.' })
  facets!: ProductFacetsType;
}
