import type { EntityManager } from '@souk/kit/persistence';
import type { Supply } from '../domain/allocation.js';

interface SupplyRow {
  variant_id: string;
  warehouse_id: string;
  country_code: string | null;
  priority: number;
  available: number;
}

/**
 * What the warehouses can give of some variants.
 * @param locked whether to keep it from changing until the transaction ends. Rows are locked in the order in which
 * everybody locks them.
 */
export async function findSupply(
  em: EntityManager,
  variantIds: readonly string[],
  { locked }: { locked: boolean },
): Promise<Supply[]> {
  const rows = await em.execute<SupplyRow[]>(
    `select level.variant_id, level.warehouse_id, warehouse.country_code, warehouse.priority,
       level.on_hand - level.reserved as available
     from stock_level level join warehouse on warehouse.id = level.warehouse_id
     where level.variant_id in (?) and level.on_hand > level.reserved
     order by level.warehouse_id, level.variant_id ${locked ? 'for no key update of level' : ''}`,
    [variantIds],
  );
  return rows.map(({ variant_id, warehouse_id, country_code, priority, available }) => ({
    variantId: variant_id,
    warehouseId: warehouse_id,
    countryCode: country_code,
    priority,
    available,
  }));
}
