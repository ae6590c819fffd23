import { Field, ID, InputType, Int } from 'type-graphql';

@InputType({ description: 'How many of an item.' })
export class CartLineInput {
  @Field(() => ID, { description: 'The item.' })
  variantId!: string;

  @Field(() => Int, { description: '1 to 999; 0 as well where a quantity is set.' })
  quantity!: number;
}

@InputType({ description: 'Under which conditions a cart is changed.' })
export class ClearCartInput {
  @Field(() => ID, {
    nullable: true,
    description: '16 to 255 characters. With the same key, the same request is fulfilled once; the last 100 are known.',
  })
  idempotencyKey?: string | null;

  @Field(() => Int, { nullable: true, description: 'Fail with CONFLICT when the cart has another version.' })
  expectedVersion?: number | null;
}

@InputType({ description: 'What to add to the cart.' })
export class AddCartLinesInput extends ClearCartInput {
  @Field(() => [CartLineInput], { description: 'Units to add; lines of one item are added up.' })
  lines!: CartLineInput[];
}

@InputType({ description: 'What the cart is to hold.' })
export class ChangeCartLinesInput extends ClearCartInput {
  @Field(() => [CartLineInput], { description: 'Quantities from now on; 0 takes a line out.' })
  lines!: CartLineInput[];
}

@InputType({ description: 'What to take out of the cart.' })
export class RemoveCartLinesInput extends ClearCartInput {
  @Field(() => [ID], { description: 'The items; what is not in the cart is no mistake.' })
  variantIds!: string[];
}
