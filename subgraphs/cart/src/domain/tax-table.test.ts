import { expect, test } from '@jest/globals';
import { type TaxTable, taxRateAt } from './tax-table.js';

const rate = (countryCode: string | null, region: string | null, taxClassCode: string, rateBasisPoints: number) => ({
  ...{ countryCode, region, taxClassCode, rateBasisPoints },
});

const table: TaxTable = {
  pricesIncludeTax: false,
  rates: [
    rate(null, null, 'zero', 0),
    rate(null, null, 'standard', 100),
    rate('US', null, 'standard', 200),
    rate('US', 'CA', 'standard', 725),
    rate('US', null, 'reduced', 50),
  ],
};

test.each([
  ['CA', 'standard', 725],
  ['ca', 'standard', 725],
  ['US-CA', 'standard', 725],
  ['NY', 'standard', 200],
  [null, 'standard', 200],
  ['CA', 'reduced', 50],
  ['CA', 'zero', 0],
  ['CA', 'a class without rates', 725],
])('the nearest rate counts: in %p, %s is taxed at %d basis points', (region, taxClassCode, expected) => {
  expect(taxRateAt(table, { countryCode: 'US', region, postalCode: null }, taxClassCode)).toBe(expected);
});

test("a country without a rate of its own has its zone's, and a zone without any has none", () => {
  const place = { countryCode: 'FR', region: null, postalCode: null };
  expect(taxRateAt(table, place, 'standard')).toBe(100);
  expect(taxRateAt({ ...table, rates: [] }, place, 'standard')).toBe(0);
});
