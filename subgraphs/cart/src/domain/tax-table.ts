import type { Destination } from './destination.js';
import { standardTaxClass, type TaxRate } from './tax-zone.js';

/** How a place is taxed. */
export interface TaxTable {
  pricesIncludeTax: boolean;
  /** Of the place's zone. */
  rates: readonly Pick<TaxRate, 'countryCode' | 'region' | 'taxClassCode' | 'rateBasisPoints'>[];
}

/**
 * The rate of a tax class at a place, in basis points: the region's, else the country's, else the zone's. A class without
 * any is taxed as standard; where that has none either, nothing is taxed.
 */
export function taxRateAt(table: TaxTable, place: Destination, taxClassCode: string): number {
  const region = regionCodeOf(place);
  const places = [
    { countryCode: place.countryCode, region },
    { countryCode: place.countryCode, region: null },
    { countryCode: null, region: null },
  ];
  for (const wanted of [taxClassCode, standardTaxClass]) {
    for (const { countryCode, region: part } of places) {
      const rate = table.rates.find(
        (entry) => entry.taxClassCode === wanted && entry.countryCode === countryCode && entry.region === part,
      );
      if (rate) return rate.rateBasisPoints;
    }
  }
  return 0;
}

/** `CA`, `ca` and `US-CA` are one region. */
function regionCodeOf({ countryCode, region }: Destination): string | null {
  const code = region?.toUpperCase() ?? null;
  return code?.startsWith(`${countryCode}-`) ? code.slice(countryCode.length + 1) : code;
}
