import { PayloadType } from '@souk/kit/graphql';
import { Field, ObjectType } from 'type-graphql';
import { ProductType } from './product.type.js';
import { ProductVariantType } from './product-variant.type.js';

@ObjectType({ description: 'What `createProduct` answers.' })
export class CreateProductPayload extends PayloadType {
  @Field(() => ProductType, { nullable: true, description: 'The new product.' })
  product?: ProductType;
}

@ObjectType({ description: 'What `updateProduct` answers.' })
export class UpdateProductPayload extends PayloadType {
  @Field(() => ProductType, { nullable: true, description: 'The product as it is now.' })
  product?: ProductType;
}

@ObjectType({ description: 'What `withdrawProduct` answers.' })
export class WithdrawProductPayload extends PayloadType {
  @Field(() => ProductType, { nullable: true, description: 'The product, no longer on sale.' })
  product?: ProductType;
}

@ObjectType({ description: 'What `addVariant` answers.' })
export class AddVariantPayload extends PayloadType {
  @Field(() => ProductVariantType, { nullable: true, description: 'The new variant.' })
  variant?: ProductVariantType;
}

@ObjectType({ description: 'What `setPrices` answers.' })
export class SetPricesPayload extends PayloadType {
  @Field(() => ProductVariantType, { nullable: true, description: 'The variant with its new prices.' })
  variant?: ProductVariantType;
}
