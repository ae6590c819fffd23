import type { QuoteDraft } from './quote.js';
import type { QuoteCalculation, ShippingOffer } from './quote-calculation.js';

type QuoteSubject = Pick<QuoteDraft, 'ownerId' | 'cartId' | 'cartVersion' | 'channelId' | 'currency' | 'destination'>;

/** What was found out and worked out. */
export interface QuoteFindings {
  calculation: QuoteCalculation;
  /** The chosen one of the offers. */
  shipping: ShippingOffer;
  offers: readonly ShippingOffer[];
  weightGrams: number;
}

/** Writes down what was worked out, as it is kept. */
export function draftOf(
  { ownerId, cartId, cartVersion, channelId, currency, destination }: QuoteSubject,
  { calculation, shipping, offers, weightGrams }: QuoteFindings,
): QuoteDraft {
  return {
    ...{ ownerId, cartId, cartVersion, channelId, currency, destination, weightGrams },
    lines: calculation.lines.map(({ variantId, productId, sku, name, quantity, taxRateBasisPoints, ...amounts }) => ({
      ...{ variantId, productId, sku, name, quantity, taxRateBasisPoints },
      unitPrice: amounts.unitPrice.toJSON(),
      lineTotal: amounts.lineTotal.toJSON(),
      tax: amounts.tax.toJSON(),
    })),
    shipping: { ...methodOf(shipping), tax: calculation.shippingTax.toJSON() },
    shippingMethods: offers.map(methodOf),
    pricesIncludeTax: calculation.pricesIncludeTax,
    subtotalMinor: calculation.subtotal.amountMinor,
    taxTotalMinor: calculation.taxTotal.amountMinor,
    totalMinor: calculation.total.amountMinor,
  };
}

function methodOf({ methodCode, name, price, minDays, maxDays }: ShippingOffer) {
  return { methodCode, name, price: price.toJSON(), minDays, maxDays };
}
