import { payloadOf, requireId } from '@souk/kit/graphql';
import { Arg, Ctx, Directive, Mutation, Query, Resolver } from 'type-graphql';
import type { CartContext } from '../context.js';
import { addCartLines } from '../use-cases/add-cart-lines.js';
import type { CartWish, ChangedCart } from '../use-cases/change-cart.js';
import { changeCartLines } from '../use-cases/change-cart-lines.js';
import { clearCart } from '../use-cases/clear-cart.js';
import { openCart } from '../use-cases/open-cart.js';
import { removeCartLines } from '../use-cases/remove-cart-lines.js';
import {
  AddCartLinesInput,
  type CartLineInput,
  ChangeCartLinesInput,
  ClearCartInput,
  RemoveCartLinesInput,
} from './cart.input.js';
import {
  AddCartLinesPayload,
  ChangeCartLinesPayload,
  ClearCartPayload,
  RemoveCartLinesPayload,
} from './cart.payload.js';
import { CartType, toCartType } from './cart.type.js';
import { ownerOf } from './owner-of.js';
import { toCartUserError } from './variant-error.type.js';

type Conditions = Pick<CartWish, 'owner' | 'idempotencyKey' | 'expectedVersion'>;

@Resolver()
export class CartResolver {
  @Directive('@authenticated')
  @Query(() => CartType, { nullable: true, description: "The caller's own cart; an empty one when there was none." })
  async cart(@Ctx() context: CartContext): Promise<CartType> {
    return toCartType(await openCart(context, await ownerOf(context)));
  }

  @Directive('@authenticated')
  @Mutation(() => AddCartLinesPayload, {
    nullable: true,
    description:
      'Adds units to the cart; simultaneous requests add up. Refusals: INVALID_QUANTITY, CART_FULL, VARIANT_NOT_FOUND.',
  })
  addCartLines(
    @Arg('input', () => AddCartLinesInput, { description: 'What to add, and under which conditions.' })
    input: AddCartLinesInput,
    @Ctx() context: CartContext,
  ): Promise<AddCartLinesPayload> {
    const lines = linesOf(input.lines);
    return changed(context, input, (conditions) => addCartLines(context, { ...conditions, lines }));
  }

  @Directive('@authenticated')
  @Mutation(() => ChangeCartLinesPayload, {
    nullable: true,
    description:
      'Sets quantities; 0 takes a line out, and what was not there comes in. Refusals: INVALID_QUANTITY, CART_FULL, VARIANT_NOT_FOUND.',
  })
  changeCartLines(
    @Arg('input', () => ChangeCartLinesInput, { description: 'What it is to hold, and under which conditions.' })
    input: ChangeCartLinesInput,
    @Ctx() context: CartContext,
  ): Promise<ChangeCartLinesPayload> {
    const lines = linesOf(input.lines);
    return changed(context, input, (conditions) => changeCartLines(context, { ...conditions, lines }));
  }

  @Directive('@authenticated')
  @Mutation(() => RemoveCartLinesPayload, { nullable: true, description: 'Takes items out of the cart.' })
  removeCartLines(
    @Arg('input', () => RemoveCartLinesInput, { description: 'What to take out, and under which conditions.' })
    input: RemoveCartLinesInput,
    @Ctx() context: CartContext,
  ): Promise<RemoveCartLinesPayload> {
    const variantIds = input.variantIds.map((id) => requireId(id, 'variantIds'));
    return changed(context, input, (conditions) => removeCartLines(context, { ...conditions, variantIds }));
  }

  @Directive('@authenticated')
  @Mutation(() => ClearCartPayload, { nullable: true, description: 'Takes everything out of the cart.' })
  clearCart(
    @Arg('input', () => ClearCartInput, { nullable: true, description: 'Under which conditions.' })
    input: ClearCartInput | null,
    @Ctx() context: CartContext,
  ): Promise<ClearCartPayload> {
    return changed(context, input ?? {}, (conditions) => clearCart(context, conditions));
  }
}

function linesOf(lines: readonly CartLineInput[]) {
  return lines.map(({ variantId, quantity }) => ({ variantId: requireId(variantId, 'variantId'), quantity }));
}

function changed(
  context: CartContext,
  { idempotencyKey, expectedVersion }: ClearCartInput,
  change: (conditions: Conditions) => Promise<ChangedCart>,
): Promise<AddCartLinesPayload> {
  return payloadOf<AddCartLinesPayload>(async () => {
    const owner = await ownerOf(context);
    const conditions = {
      owner,
      idempotencyKey: idempotencyKey ?? undefined,
      expectedVersion: expectedVersion ?? undefined,
    };
    const { cart, version, replayed } = await change(conditions);
    return { cart: toCartType(cart), version, replayed };
  }, toCartUserError);
}
