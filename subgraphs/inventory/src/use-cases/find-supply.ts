import type { EntityManager } from '@souk/kit/persistence';
import type { Supply } from '../domain/allocation.js';
import { availableUnits } from '../persistence/taken-units.js';
import { lockRows } from './lock-stock-levels.js';

/** What a warehouse can give, and whether it is taken from a pool of units first. */
export interface PlacedSupply extends Supply {
  isPooled: boolean;
}

interface SupplyRow {
  variant_id: string;
  warehouse_id: string;
  country_code: string | null;
  priority: number;
  available: number;
  is_pooled: boolean;
}

/**
 * What the warehouses can give of some variants.
 * @param locked whether to keep it from changing until the transaction ends.
 */
export async function findSupply(
  em: EntityManager,
  variantIds: readonly string[],
  { locked }: { locked: boolean },
): Promise<PlacedSupply[]> {
  if (locked) await lockRows(em, { condition: 'variant_id in (?)', values: [variantIds] });
  const rows = await em.execute<SupplyRow[]>(
    `select level.variant_id, level.warehouse_id, warehouse.country_code, warehouse.priority,
       ${availableUnits('level')} as available, level.pooled > 0 as is_pooled
     from stock_level level join warehouse on warehouse.id = level.warehouse_id
     where level.variant_id in (?) and level.on_hand > level.reserved`,
    [variantIds],
  );
  return rows.map(({ variant_id, warehouse_id, country_code, priority, available, is_pooled }) => ({
    variantId: variant_id,
    warehouseId: warehouse_id,
    countryCode: country_code,
    priority,
    available,
    isPooled: is_pooled,
  }));
}
