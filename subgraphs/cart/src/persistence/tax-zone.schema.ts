import { defineEntity, p } from '@mikro-orm/core';
import { TaxRate, TaxZone, TaxZoneCountry } from '../domain/tax-zone.js';

export const TaxZoneSchema = defineEntity({
  class: TaxZone,
  tableName: 'tax_zone',
  properties: { code: p.text().primary(), name: p.text(), pricesIncludeTax: p.boolean() },
});

export const TaxZoneCountrySchema = defineEntity({
  class: TaxZoneCountry,
  tableName: 'tax_zone_country',
  properties: { countryCode: p.text().primary(), zoneCode: p.text() },
});

export const TaxRateSchema = defineEntity({
  class: TaxRate,
  tableName: 'tax_rate',
  properties: {
    id: p.uuid().primary(),
    zoneCode: p.text(),
    countryCode: p.text().nullable(),
    region: p.text().nullable(),
    taxClassCode: p.text(),
    rateBasisPoints: p.integer(),
  },
});
