import { Money } from '@souk/kit/domain';

/** What a method costs to a zone in one currency. Weights in grams, amounts in minor units. */
export interface ShippingRate {
  methodCode: string;
  name: string;
  taxClassCode: string;
  currency: string;
  priceMinor: number;
  /** Goods worth this much or more travel free; null when they never do. */
  freeFromMinor: number | null;
  /** Heavier parcels do not go this way; null when there is no limit. */
  maxWeightGrams: number | null;
  minDays: number;
  maxDays: number;
}

/** A rate as it applies to one parcel. */
export interface OfferedRate {
  methodCode: string;
  name: string;
  price: Money;
  taxClassCode: string;
  minDays: number;
  maxDays: number;
}

/** The ways in which a parcel can go, cheapest first. */
export function offeredRates(
  rates: readonly ShippingRate[],
  parcel: { weightGrams: number; subtotal: Money },
): OfferedRate[] {
  return rates
    .filter((rate) => rate.currency === parcel.subtotal.currency)
    .filter((rate) => rate.maxWeightGrams === null || parcel.weightGrams <= rate.maxWeightGrams)
    .map((rate) => toOffer(rate, parcel.subtotal))
    .sort((left, right) => left.price.amountMinor - right.price.amountMinor || left.maxDays - right.maxDays);
}

function toOffer(rate: ShippingRate, subtotal: Money): OfferedRate {
  const { methodCode, name, taxClassCode, minDays, maxDays } = rate;
  const isFree = rate.freeFromMinor !== null && subtotal.amountMinor >= rate.freeFromMinor;
  return {
    methodCode,
    name,
    price: Money.of(isFree ? 0 : rate.priceMinor, rate.currency),
    taxClassCode,
    minDays,
    maxDays,
  };
}
