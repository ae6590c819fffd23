import { PublicError } from '@souk/kit/domain';
import { defineLoader, indexBy, type Page } from '@souk/kit/graphql';
import type { EntityManager } from '@souk/kit/persistence';
import type { InventoryContext } from '../context.js';
import { Warehouse } from '../domain/warehouse.js';

/** Warehouses by id. */
export const warehouseById = defineLoader(async (ids, { em }: InventoryContext) =>
  indexBy(await em.find(Warehouse, { id: { $in: [...ids] } }), ({ id }) => id),
);

/** Warehouses in the order in which they are asked, apart from where the goods go. */
export function findWarehouses(em: EntityManager, { limit, after }: Page): Promise<Warehouse[]> {
  return em.find(Warehouse, after ? behind(after) : {}, { orderBy: { priority: 'asc', code: 'asc' }, limit });
}

function behind([priority, code]: (string | number)[]) {
  if (typeof priority !== 'number' || typeof code !== 'string')
    throw new PublicError('BAD_USER_INPUT', '"after" is not a cursor of this list.', { field: 'after' });
  return { $or: [{ priority: { $gt: priority } }, { priority, code: { $gt: code } }] };
}
