import { type Connection, ConnectionArguments, connectionOf, pageOf, payloadOf, toConnection } from '@souk/kit/graphql';
import { Arg, Args, Ctx, Directive, Mutation, Query, Resolver } from 'type-graphql';
import type { InventoryContext } from '../context.js';
import { findWarehouses } from '../persistence/find-warehouses.js';
import { createWarehouse } from '../use-cases/create-warehouse.js';
import { CreateWarehouseInput } from './warehouse.input.js';
import { CreateWarehousePayload } from './warehouse.payload.js';
import { toWarehouseType, WarehouseType } from './warehouse.type.js';

const WarehouseConnection = connectionOf('Warehouse', WarehouseType);

@Resolver()
export class WarehouseResolver {
  @Directive('@requiresScopes(scopes: [["inventory:read"]])')
  @Query(() => WarehouseConnection, { nullable: true, description: 'All warehouses, by priority.' })
  async warehouses(
    @Args(() => ConnectionArguments) args: ConnectionArguments,
    @Ctx() { em }: InventoryContext,
  ): Promise<Connection<WarehouseType>> {
    const page = pageOf(args);
    return toConnection(await findWarehouses(em, page), page, {
      keysOf: ({ priority, code }) => [priority, code],
      toNode: toWarehouseType,
    });
  }

  @Directive('@requiresScopes(scopes: [["inventory:write"]])')
  @Mutation(() => CreateWarehousePayload, {
    nullable: true,
    description: 'Opens a warehouse. Refusals: INVALID_WAREHOUSE, WAREHOUSE_CODE_TAKEN.',
  })
  createWarehouse(
    @Arg('input', () => CreateWarehouseInput, { description: 'The warehouse.' }) input: CreateWarehouseInput,
    @Ctx() context: InventoryContext,
  ): Promise<CreateWarehousePayload> {
    return payloadOf<CreateWarehousePayload>(async () => ({
      warehouse: toWarehouseType(await createWarehouse(context, input)),
    }));
  }
}
