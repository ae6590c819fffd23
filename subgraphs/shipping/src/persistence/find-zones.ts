import { defineLoader, groupBy, type SubgraphContext } from '@souk/kit/graphql';
import type { EntityManager } from '@souk/kit/persistence';

export interface ZoneRow {
  code: string;
  name: string;
  country_codes: string[];
}

export interface ZoneRateRow {
  zone_code: string;
  method_code: string;
  currency: string;
  price_minor: string;
  free_from_minor: string | null;
  max_weight_grams: number | null;
}

/** Every zone with its countries, by code. */
export function findZones(em: EntityManager): Promise<ZoneRow[]> {
  return em.execute<ZoneRow[]>(
    `select zone.code, zone.name, array_agg(country.country_code order by country.country_code) as country_codes
     from shipping_zone zone join shipping_zone_country country on country.zone_code = zone.code
     group by zone.code order by zone.code`,
  );
}

/** The prices of zones. */
export const ratesByZoneCode = defineLoader(async (codes, { em }: SubgraphContext) => {
  const rows = await em.execute<ZoneRateRow[]>(
    'select * from shipping_rate where zone_code = any(?::text[]) order by method_code, currency',
    [`{${codes.join(',')}}`],
  );
  return groupBy(rows, (row) => row.zone_code);
});
