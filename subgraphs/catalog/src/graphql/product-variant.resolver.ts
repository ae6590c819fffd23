import { MoneyType, toMoneyType } from '@souk/kit/graphql';
import { Args, Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import type { CatalogContext } from '../context.js';
import { nameOf } from '../domain/product-variant.js';
import { priceOf } from '../persistence/find-by-id.js';
import { CurrencyArguments } from './currency.arguments.js';
import { ProductType, toProductType } from './product.type.js';
import { ProductVariantType } from './product-variant.type.js';

@Resolver(() => ProductVariantType)
export class ProductVariantResolver {
  @FieldResolver(() => ProductType, { description: 'The product it is a form of.' })
  product(@Root() { parent }: ProductVariantType): ProductType {
    return toProductType(parent);
  }

  @FieldResolver(() => String, {
    description: 'What it is called in a cart: the title of the product and its options.',
  })
  name(@Root() { parent, options }: ProductVariantType): string {
    return nameOf(parent.title, options);
  }

  @Directive('@cacheControl(inheritMaxAge: true)')
  @FieldResolver(() => MoneyType, {
    nullable: true,
    description: 'What one costs now; null without a price in that currency.',
  })
  async price(
    @Root() { id }: ProductVariantType,
    @Args() { currency }: CurrencyArguments,
    @Ctx() context: CatalogContext,
  ): Promise<MoneyType | null> {
    const price = await priceOf(context, { variantId: id, currency });
    return price && toMoneyType(price);
  }
}
