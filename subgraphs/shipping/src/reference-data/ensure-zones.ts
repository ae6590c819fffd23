import { type EntityManager, inTransaction } from '@souk/kit/persistence';
import { type ZoneDefinition, zones } from './zones.js';

/** Writes the zones that the shop starts with, into an empty table only: what staff changed stays. */
export async function ensureZones(em: EntityManager): Promise<void> {
  await inTransaction(em, async (transaction) => {
    await transaction.execute(`select pg_advisory_xact_lock(hashtext('souk.zones'))`);
    const [row] = await transaction.execute<unknown[]>('select 1 from shipping_zone limit 1');
    if (row) return;
    for (const zone of zones) await insertZone(transaction, zone);
  });
}

async function insertZone(em: EntityManager, { code, name, countryCodes, methods }: ZoneDefinition): Promise<void> {
  await em.execute('insert into shipping_zone (code, name) values (?, ?)', [code, name]);
  for (const country of countryCodes) {
    await em.execute('insert into shipping_zone_country (country_code, zone_code) values (?, ?)', [country, code]);
  }
  for (const method of methods) {
    await em.execute('insert into shipping_method (zone_code, code, name, min_days, max_days) values (?, ?, ?, ?, ?)', [
      code,
      method.code,
      method.name,
      method.minDays,
      method.maxDays,
    ]);
    for (const [currency, { priceMinor, freeFromMinor }] of Object.entries(method.prices)) {
      await em.execute(
        `insert into shipping_rate (zone_code, method_code, currency, price_minor, free_from_minor, max_weight_grams)
         values (?, ?, ?, ?, ?, ?)`,
        [code, method.code, currency, priceMinor, freeFromMinor, method.maxWeightGrams],
      );
    }
  }
}
