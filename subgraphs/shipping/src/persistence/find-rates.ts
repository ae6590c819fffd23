import { type EntityManager, runPrepared } from '@souk/kit/persistence';
import type { ShippingRate } from '../domain/shipping-rate.js';

interface RateRow {
  method_code: string;
  name: string;
  tax_class_code: string;
  currency: string;
  price_minor: string;
  free_from_minor: string | null;
  max_weight_grams: number | null;
  min_days: number;
  max_days: number;
}

/** The rates of the zone that a country belongs to; none when nothing is sent there. */
export async function findRates(em: EntityManager, countryCode: string, channelId: string): Promise<ShippingRate[]> {
  const rows = await runPrepared<RateRow>(
    em,
    `select rate.*, method.name, method.tax_class_code, method.min_days, method.max_days
     from shipping_rate rate
     join shipping_method method on method.zone_code = rate.zone_code and method.code = rate.method_code
     join shipping_zone_country country on country.zone_code = rate.zone_code
     where country.country_code = $1 and rate.channel_id = $2`,
    [countryCode, channelId],
  );
  return rows.map((row) => ({
    methodCode: row.method_code,
    name: row.name,
    taxClassCode: row.tax_class_code,
    currency: row.currency,
    priceMinor: Number(row.price_minor),
    freeFromMinor: row.free_from_minor === null ? null : Number(row.free_from_minor),
    maxWeightGrams: row.max_weight_grams,
    minDays: row.min_days,
    maxDays: row.max_days,
  }));
}
