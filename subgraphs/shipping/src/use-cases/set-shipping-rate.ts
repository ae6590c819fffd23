import { type EntityManager, inTransaction } from '@souk/kit/persistence';
import { InvalidRateError, ShippingMethodNotFoundError } from '../domain/shipping-rate.errors.js';

export interface RateChange {
  zoneCode: string;
  methodCode: string;
  currency: string;
  priceMinor: number;
  freeFromMinor: number | null;
}

/**
 * Sets what a method costs to a zone in a currency; quotes that were made before keep their price until orders asks.
 * @throws {ShippingMethodNotFoundError} @throws {InvalidRateError}
 */
export async function setShippingRate({ em }: { em: EntityManager }, change: RateChange): Promise<void> {
  if (change.priceMinor < 0) throw new InvalidRateError('priceMinor');
  if (change.freeFromMinor !== null && change.freeFromMinor < 0) throw new InvalidRateError('freeFromMinor');
  const { zoneCode, methodCode, currency, priceMinor, freeFromMinor } = change;
  await inTransaction(em, async (transaction) => {
    const [method] = await transaction.execute<unknown[]>(
      'select 1 from shipping_method where zone_code = ? and code = ?',
      [zoneCode, methodCode],
    );
    if (!method) throw new ShippingMethodNotFoundError();
    await transaction.execute(
      `insert into shipping_rate (zone_code, method_code, currency, price_minor, free_from_minor) values (?, ?, ?, ?, ?)
       on conflict (channel_id, zone_code, method_code, currency) do update
         set price_minor = excluded.price_minor, free_from_minor = excluded.free_from_minor`,
      [zoneCode, methodCode, currency, priceMinor, freeFromMinor],
    );
  });
}
