import { type Page, requireId } from '@souk/kit/graphql';
import type { EntityManager } from '@souk/kit/persistence';
import { StockLevel } from '../domain/stock-level.js';

export interface StockLevelFilter {
  variantId?: string | undefined;
  warehouseCode?: string | undefined;
}

/** Stock levels in the order in which they were made. */
export function findStockLevels(
  em: EntityManager,
  { variantId, warehouseCode }: StockLevelFilter,
  { limit, after }: Page,
): Promise<StockLevel[]> {
  return em.find(
    StockLevel,
    {
      ...(variantId && { variantId }),
      ...(warehouseCode && { warehouse: { code: warehouseCode } }),
      ...(after && { id: { $gt: requireId(String(after[0]), 'after') } }),
    },
    { orderBy: { id: 'asc' }, limit, populate: ['warehouse'] },
  );
}

/** A stock level as it is now, whatever this request has read before. */
export function findStockLevel(em: EntityManager, id: string): Promise<StockLevel> {
  return em.fork().findOneOrFail(StockLevel, { id }, { populate: ['warehouse'] });
}
