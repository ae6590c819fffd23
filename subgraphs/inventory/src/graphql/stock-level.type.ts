import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import type { StockLevel } from '../domain/stock-level.js';
import { ProductVariantType, toProductVariantType } from './product-variant.type.js';
import { StockPoolingEnum } from './stock-pooling.enum.js';
import { toWarehouseType, WarehouseType } from './warehouse.type.js';

@Directive('@requiresScopes(scopes: [["inventory:read"], ["inventory:write"]])')
@ObjectType('StockLevel', { description: 'How much of a variant lies in a warehouse.' })
export class StockLevelType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => ProductVariantType, { nullable: true, description: 'Of what.' })
  variant!: ProductVariantType;

  @Field(() => WarehouseType, { description: 'Where.' })
  warehouse!: WarehouseType;

  @Field(() => Int, { description: 'Units on the shelves.' })
  onHand!: number;

  @Field(() => Int, { description: 'Units on the shelves that are promised to orders.' })
  reserved!: number;

  @Field(() => Int, { description: 'Units that can still be promised: on hand less reserved.' })
  available!: number;

  @Field(() => StockPoolingEnum, { description: 'Whether many can always take units at once, or only in a rush.' })
  pooling!: string;

  @Field(() => Int, { description: 'Units that are laid out one by one now, so that many can take them at once.' })
  pooled!: number;

  @Field(() => Int, { nullable: true, description: 'From how many available units on an alarm is raised.' })
  lowStockThreshold!: number | null;

  @Field(() => Int, { description: 'Raised whenever what is on hand changes; for `expectedVersion`.' })
  version!: number;
}

export function toStockLevelType(level: StockLevel): StockLevelType {
  const { id, variantId, onHand, onHandVersion: version, promised, available, lowStockThreshold } = level;
  const { pooling, pooled } = level;
  const numbers = { id, onHand, reserved: promised, available, pooling, pooled, lowStockThreshold, version };
  const [variant, warehouse] = [toProductVariantType(variantId), toWarehouseType(level.warehouse)];
  return Object.assign(new StockLevelType(), { ...numbers, variant, warehouse });
}
