import { Money } from '@souk/kit/domain';
import { CurrencyCode, MoneyType, toMoneyType } from '@souk/kit/graphql';
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { CartContext } from '../context.js';
import { defaultCurrency } from '../domain/defaults.js';
import { CartLineType, CartType } from './cart.type.js';
import { priceOf } from './variant-prices.js';

const currencyArgument = {
  defaultValue: defaultCurrency,
  description: 'The currency in which to say it.',
};

@Resolver(() => CartLineType)
export class CartLineResolver {
  @FieldResolver(() => MoneyType, {
    nullable: true,
    description: 'What one unit costs now. Null when it is not sold, or not in that currency.',
  })
  async unitPrice(
    @Root() { variantId }: CartLineType,
    @Ctx() context: CartContext,
    @Arg('currency', () => CurrencyCode, currencyArgument) currency: string,
  ): Promise<MoneyType | null> {
    const price = await priceOf(context, variantId, currency);
    return price && toMoneyType(price);
  }

  @FieldResolver(() => MoneyType, { nullable: true, description: 'Quantity times unit price.' })
  async lineTotal(
    @Root() line: CartLineType,
    @Ctx() context: CartContext,
    @Arg('currency', () => CurrencyCode, currencyArgument) currency: string,
  ): Promise<MoneyType | null> {
    const total = await totalOf(context, line, currency);
    return total && toMoneyType(total);
  }
}

@Resolver(() => CartType)
export class CartTotalsResolver {
  @FieldResolver(() => Int, { description: 'How many units are in it.' })
  totalQuantity(@Root() { lines }: CartType): number {
    return lines.reduce((sum, line) => sum + line.quantity, 0);
  }

  @FieldResolver(() => MoneyType, {
    nullable: true,
    description: 'The sum of the lines, without shipping and tax. Null when one of them has no price in that currency.',
  })
  async subtotal(
    @Root() { lines }: CartType,
    @Ctx() context: CartContext,
    @Arg('currency', () => CurrencyCode, currencyArgument) currency: string,
  ): Promise<MoneyType | null> {
    const totals = await Promise.all(lines.map((line) => totalOf(context, line, currency)));
    const known = totals.filter((total) => total !== null);
    return known.length < totals.length ? null : toMoneyType(Money.sum(known, currency));
  }
}

async function totalOf(
  context: CartContext,
  { variantId, quantity }: CartLineType,
  currency: string,
): Promise<Money | null> {
  const price = await priceOf(context, variantId, currency);
  return price && Money.of(price.amountMinor, price.currency).times(quantity);
}
