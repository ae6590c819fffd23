import { type Connection, connectionOf, pageOf, payloadOf, requireId, toConnection } from '@souk/kit/graphql';
import { requireOwnerId } from '@souk/kit/identity';
import { Arg, Args, Ctx, Directive, Mutation, Query, Resolver } from 'type-graphql';
import type { InventoryContext } from '../context.js';
import type { AdjustmentReason } from '../domain/stock-movement.js';
import type { Pooling } from '../domain/unit-pool.js';
import { findStockLevel, findStockLevels } from '../persistence/find-stock-levels.js';
import { findStockMovement } from '../persistence/find-stock-movements.js';
import { adjustStock, type StockAdjustment } from '../use-cases/adjust-stock.js';
import { setLowStockThreshold } from '../use-cases/set-low-stock-threshold.js';
import { setStockPooling } from '../use-cases/set-stock-pooling.js';
import { StockLevelsArguments } from './stock.arguments.js';
import { AdjustStockInput, SetLowStockThresholdInput, SetStockPoolingInput } from './stock.input.js';
import { AdjustStockPayload, SetLowStockThresholdPayload, SetStockPoolingPayload } from './stock.payload.js';
import { StockLevelType, toStockLevelType } from './stock-level.type.js';
import { toStockMovementType } from './stock-movement.type.js';

const StockLevelConnection = connectionOf('StockLevel', StockLevelType);

@Resolver()
export class StockLevelResolver {
  @Directive('@requiresScopes(scopes: [["inventory:read"]])')
  @Query(() => StockLevelConnection, { nullable: true, description: 'What lies where.' })
  async stockLevels(
    @Args(() => StockLevelsArguments) { variantId, warehouseCode, ...args }: StockLevelsArguments,
    @Ctx() { em }: InventoryContext,
  ): Promise<Connection<StockLevelType>> {
    const page = pageOf(args);
    const filter = { variantId: variantId && requireId(variantId, 'variantId'), warehouseCode };
    return toConnection(await findStockLevels(em, filter, page), page, {
      keysOf: ({ id }) => [id],
      toNode: toStockLevelType,
    });
  }

  @Directive('@requiresScopes(scopes: [["inventory:write"]])')
  @Mutation(() => AdjustStockPayload, {
    nullable: true,
    description:
      'Corrects what is on hand and writes it into the ledger. Units that are promised to orders cannot be taken away. Refusals: INSUFFICIENT_STOCK, INVALID_NOTE, INVALID_QUANTITY, NOT_FOUND.',
  })
  adjustStock(
    @Arg('input', () => AdjustStockInput, { description: 'What to correct, and why.' }) input: AdjustStockInput,
    @Ctx() context: InventoryContext,
  ): Promise<AdjustStockPayload> {
    const { idempotencyKey: key } = input;
    const staffId = requireOwnerId(context.caller);
    const adjustment = adjustmentOf(input);
    return payloadOf<AdjustStockPayload>(async () => {
      const { receipt, replayed } = await adjustStock(context, adjustment, { staffId, key });
      const stockLevel = toStockLevelType(await findStockLevel(context.em, receipt.stockLevelId));
      const movement = toStockMovementType(await findStockMovement(context.em, receipt.movementId));
      return { stockLevel, movement, replayed };
    });
  }

  @Directive('@requiresScopes(scopes: [["inventory:write"]])')
  @Mutation(() => SetLowStockThresholdPayload, {
    nullable: true,
    description: 'Sets from how many available units on an alarm is raised. Refusals: INVALID_THRESHOLD, NOT_FOUND.',
  })
  setLowStockThreshold(
    @Arg('input', () => SetLowStockThresholdInput, { description: 'For what, and from when on.' })
    input: SetLowStockThresholdInput,
    @Ctx() { em }: InventoryContext,
  ): Promise<SetLowStockThresholdPayload> {
    const { warehouseCode, threshold = null } = input;
    const variantId = requireId(input.variantId, 'variantId');
    return payloadOf<SetLowStockThresholdPayload>(async () => {
      const id = await setLowStockThreshold(em, { variantId, warehouseCode, threshold });
      return { stockLevel: toStockLevelType(await findStockLevel(em, id)) };
    });
  }

  @Directive('@requiresScopes(scopes: [["inventory:write"]])')
  @Mutation(() => SetStockPoolingPayload, {
    nullable: true,
    description:
      'Before a sale: lays the units of a level out one by one, so that many buyers can take them at once. In a rush it happens by itself. Refusals: NOT_FOUND.',
  })
  setStockPooling(
    @Arg('input', () => SetStockPoolingInput, { description: 'For what, and how.' }) input: SetStockPoolingInput,
    @Ctx() { em }: InventoryContext,
  ): Promise<SetStockPoolingPayload> {
    const { warehouseCode } = input;
    const variantId = requireId(input.variantId, 'variantId');
    return payloadOf<SetStockPoolingPayload>(async () => {
      const id = await setStockPooling(em, { variantId, warehouseCode, pooling: input.pooling as Pooling });
      return { stockLevel: toStockLevelType(await findStockLevel(em, id)) };
    });
  }
}

function adjustmentOf(input: AdjustStockInput): StockAdjustment {
  const { warehouseCode, delta, note = null, expectedVersion = null } = input;
  const variantId = requireId(input.variantId, 'variantId');
  return { variantId, warehouseCode, delta, reason: input.reason as AdjustmentReason, note, expectedVersion };
}
