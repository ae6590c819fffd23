import { type Page, requireId } from '@souk/kit/graphql';
import type { EntityManager } from '@souk/kit/persistence';
import { StockMovement } from '../domain/stock-movement.js';
import { Warehouse } from '../domain/warehouse.js';

export interface StockMovementFilter {
  variantId: string;
  warehouseCode?: string | undefined;
}

/** The stock ledger of a variant, newest entry first. */
export async function findStockMovements(
  em: EntityManager,
  { variantId, warehouseCode }: StockMovementFilter,
  { limit, after }: Page,
): Promise<StockMovement[]> {
  const warehouse = warehouseCode ? await em.findOne(Warehouse, { code: warehouseCode }) : undefined;
  if (warehouse === null) return [];
  return em.find(
    StockMovement,
    {
      variantId,
      ...(warehouse && { warehouseId: warehouse.id }),
      ...(after && { id: { $lt: requireId(String(after[0]), 'after') } }),
    },
    { orderBy: { id: 'desc' }, limit },
  );
}

/** One entry of the ledger. */
export function findStockMovement(em: EntityManager, id: string): Promise<StockMovement> {
  return em.findOneOrFail(StockMovement, { id });
}
