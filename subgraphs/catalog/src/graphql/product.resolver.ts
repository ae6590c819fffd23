import { MoneyType, requireId, toMoneyType } from '@souk/kit/graphql';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { CatalogContext } from '../context.js';
import type { Category } from '../domain/category.js';
import { priceRangeOf, productById, productBySlug } from '../persistence/find-by-id.js';
import { categoryById } from '../persistence/find-categories.js';
import { CategoryType, toCategoryType } from './category.type.js';
import { CurrencyArguments } from './currency.arguments.js';
import { PriceRangeType } from './price-range.type.js';
import { ProductType, toProductType } from './product.type.js';
import { ProductVariantType, toProductVariantType } from './product-variant.type.js';

@Resolver(() => ProductType)
export class ProductResolver {
  @Query(() => ProductType, { nullable: true, description: 'A product by its slug; null when there is none.' })
  async product(
    @Arg('slug', () => String, { description: 'Its name in addresses.' }) slug: string,
    @Ctx() context: CatalogContext,
  ): Promise<ProductType | null> {
    const product = await productBySlug(context).load(slug);
    return product && toProductType(product);
  }

  @Query(() => ProductType, { nullable: true, description: 'A product by its id; null when there is none.' })
  async productById(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() context: CatalogContext,
  ): Promise<ProductType | null> {
    const product = await productById(context).load(requireId(id));
    return product && toProductType(product);
  }

  @Directive('@listSize(assumedSize: 3)')
  @FieldResolver(() => [CategoryType], { description: 'The shelves it stands on.' })
  async categories(@Root() { product }: ProductType, @Ctx() context: CatalogContext): Promise<CategoryType[]> {
    const shelves = await categoryById(context).loadMany([...product.categoryIds]);
    return shelves
      .filter((shelf): shelf is Category => shelf !== null && !(shelf instanceof Error))
      .map(toCategoryType);
  }

  @Directive('@listSize(assumedSize: 5)')
  @FieldResolver(() => [ProductVariantType], { description: 'Every form in which it is sold; at least one.' })
  variants(@Root() { product }: ProductType): ProductVariantType[] {
    return product.variants.map((variant) => toProductVariantType(variant, product));
  }

  @FieldResolver(() => PriceRangeType, {
    nullable: true,
    description: 'What it costs; null without a price in that currency.',
  })
  async priceRange(
    @Root() { id }: ProductType,
    @Args() { currency }: CurrencyArguments,
    @Ctx() context: CatalogContext,
  ): Promise<PriceRangeType | null> {
    const range = await priceRangeOf(context, { productId: id, currency });
    if (!range) return null;
    const money = (amountMinor: number): MoneyType => toMoneyType({ amountMinor, currency });
    return Object.assign(new PriceRangeType(), {
      lowest: money(range.lowestMinor),
      highest: money(range.highestMinor),
    });
  }
}
