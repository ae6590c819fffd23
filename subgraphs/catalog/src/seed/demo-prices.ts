import type { PriceDraft } from '../domain/price.js';

/** Currencies of the demo, at rates that never change, and the cents that prices there end in. */
const currencies = [
  { currency: 'EUR', perEuro: 1, ending: 90 },
  { currency: 'USD', perEuro: 1.12, ending: 99 },
  { currency: 'GBP', perEuro: 0.86, ending: 50 },
] as const;

/** What something that is worth so many euros costs in each currency, as shops write it: 20 euros become 19.90. */
export function demoPrices(euros: number): PriceDraft[] {
  return currencies.map(({ currency, perEuro, ending }) => {
    const wholeUnits = Math.max(1, Math.floor(euros * perEuro)) - 1;
    return { currency, amountMinor: wholeUnits * 100 + ending };
  });
}
