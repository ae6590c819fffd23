import type { EntityManager } from '@souk/kit/persistence';
import type { Destination } from '../domain/destination.js';
import type { TaxTable } from '../domain/tax-table.js';
import { restOfWorld, TaxRate, TaxZone, TaxZoneCountry } from '../domain/tax-zone.js';

/** How a place is taxed, by its country's zone. */
export async function findTaxTable(em: EntityManager, { countryCode }: Destination): Promise<TaxTable> {
  const country = await em.findOne(TaxZoneCountry, { countryCode });
  const zoneCode = country?.zoneCode ?? restOfWorld;
  const [zone, rates] = await Promise.all([
    em.findOneOrFail(TaxZone, { code: zoneCode }),
    em.find(TaxRate, { zoneCode, $or: [{ countryCode }, { countryCode: null }] }),
  ]);
  return { pricesIncludeTax: zone.pricesIncludeTax, rates };
}
