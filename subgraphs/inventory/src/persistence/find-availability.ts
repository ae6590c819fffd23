import { defineLoader } from '@souk/kit/graphql';
import type { InventoryContext } from '../context.js';
import { availableUnits } from './taken-units.js';

/** How many units of variants nobody has been promised, over all warehouses. Variants without stock have no entry. */
export const availableByVariantId = defineLoader(async (variantIds, { em }: InventoryContext) => {
  const rows = await em.execute<{ variant_id: string; available: number }[]>(
    `select variant_id, least(sum(${availableUnits('level')}), 2147483647)::int as available
     from stock_level level where variant_id in (?) group by variant_id`,
    [variantIds],
  );
  return new Map(rows.map(({ variant_id, available }) => [variant_id, available]));
});
