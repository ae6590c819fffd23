import { type Connection, connectionOf, pageOf, requireId, toConnection } from '@souk/kit/graphql';
import { Args, Ctx, Directive, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { InventoryContext } from '../context.js';
import { findStockMovements } from '../persistence/find-stock-movements.js';
import { warehouseById } from '../persistence/find-warehouses.js';
import { StockMovementsArguments } from './stock.arguments.js';
import { StockMovementType, toStockMovementType } from './stock-movement.type.js';
import { toWarehouseType, WarehouseType } from './warehouse.type.js';

const StockMovementConnection = connectionOf('StockMovement', StockMovementType);

@Resolver(() => StockMovementType)
export class StockMovementResolver {
  @Directive('@requiresScopes(scopes: [["inventory:read"]])')
  @Query(() => StockMovementConnection, { nullable: true, description: 'The stock ledger of a variant, newest first.' })
  async stockMovements(
    @Args(() => StockMovementsArguments) { variantId, warehouseCode, ...args }: StockMovementsArguments,
    @Ctx() { em }: InventoryContext,
  ): Promise<Connection<StockMovementType>> {
    const page = pageOf(args);
    const filter = { variantId: requireId(variantId, 'variantId'), warehouseCode };
    return toConnection(await findStockMovements(em, filter, page), page, {
      keysOf: ({ id }) => [id],
      toNode: toStockMovementType,
    });
  }

  @FieldResolver(() => WarehouseType, { nullable: true, description: 'Where.' })
  async warehouse(
    @Root() { warehouseId }: StockMovementType,
    @Ctx() context: InventoryContext,
  ): Promise<WarehouseType | null> {
    const warehouse = await warehouseById(context).load(warehouseId);
    return warehouse && toWarehouseType(warehouse);
  }
}
