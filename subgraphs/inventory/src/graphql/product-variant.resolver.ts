import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { InventoryContext } from '../context.js';
import { availableByVariantId } from '../persistence/find-availability.js';
import { ProductVariantType, toVariantAvailabilityType, VariantAvailabilityType } from './product-variant.type.js';

@Resolver(() => ProductVariantType)
export class ProductVariantResolver {
  @FieldResolver(() => VariantAvailabilityType, { nullable: true })
  async availability(
    @Root() { id }: ProductVariantType,
    @Ctx() context: InventoryContext,
  ): Promise<VariantAvailabilityType> {
    return toVariantAvailabilityType((await availableByVariantId(context).load(id)) ?? 0);
  }
}
