import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import type { CartContents, CartLine } from '../domain/cart-contents.js';
import { ProductVariantType, toProductVariantType } from './product-variant.type.js';

@Directive('@tag(name: "personal")')
@Directive('@authenticated')
@ObjectType('CartLine', { description: 'A number of one item in a cart.' })
export class CartLineType {
  @Field(() => ID, { description: 'Its id; there is one line for each item.' })
  id!: string;

  @Field(() => ProductVariantType, { nullable: true, description: 'The item. Null when catalog cannot be reached.' })
  variant!: ProductVariantType | null;

  @Field(() => Int, { description: 'How many: 1 to 999.' })
  quantity!: number;

  variantId!: string;
}

@Directive('@key(fields: "id")')
@Directive('@tag(name: "personal")')
@Directive('@authenticated')
@ObjectType('Cart', { description: 'What somebody is about to buy. Visible to its owner alone.' })
export class CartType {
  @Field(() => ID, { description: 'Its id; a cart that expired is followed by another one.' })
  id!: string;

  @Field(() => Int, {
    description: 'Rises with every change; send it as `expectedVersion` to change only what you saw.',
  })
  version!: number;

  @Field(() => ID, { description: 'The channel it is bought through.' })
  channelId!: string;

  @Directive('@listSize(assumedSize: 10)')
  @Field(() => [CartLineType], { description: 'What is in it, at most 100 items, in the order in which they came.' })
  lines!: CartLineType[];

  @Field(() => Date, {
    description: 'When it is emptied unless it is changed again: 7 days after its last change, 24 hours for guests.',
  })
  expiresAt!: Date;

  ownerId!: string;
}

export function toCartType(contents: CartContents): CartType {
  const { cartId: id, ownerId, version, channelId, expiresAt } = contents;
  const lines = contents.lines.map((line) => toCartLineType(id, line));
  return Object.assign(new CartType(), { id, ownerId, version, channelId, expiresAt, lines });
}

function toCartLineType(cartId: string, { variantId, quantity }: CartLine): CartLineType {
  const variant = toProductVariantType(variantId);
  return Object.assign(new CartLineType(), { id: `${cartId}:${variantId}`, variant, variantId, quantity });
}
