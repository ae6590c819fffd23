import { Money } from '@souk/kit/domain';
import type { Destination } from './destination.js';
import { type TaxTable, taxRateAt } from './tax-table.js';

/** A line to be quoted, with what catalog says of it. */
export interface QuoteItem {
  variantId: string;
  productId: string;
  sku: string;
  name: string;
  quantity: number;
  unitPrice: Money;
  taxClassCode: string;
  weightGrams: number;
}

/** A way of sending a parcel, with what shipping says of it. */
export interface ShippingOffer {
  methodCode: string;
  name: string;
  price: Money;
  taxClassCode: string;
  minDays: number;
  maxDays: number;
}

export interface TaxedItem extends QuoteItem {
  /** Quantity × unit price. */
  lineTotal: Money;
  taxRateBasisPoints: number;
  /** Inside the line's total, or on top of it. */
  tax: Money;
}

export interface QuoteCalculation {
  lines: TaxedItem[];
  subtotal: Money;
  shippingTax: Money;
  pricesIncludeTax: boolean;
  taxTotal: Money;
  total: Money;
}

export interface QuoteSubject {
  items: readonly QuoteItem[];
  shipping: ShippingOffer;
  destination: Destination;
  currency: string;
}

/** What a purchase costs at its destination. Tax is rounded per line, by the one rule of {@link Money}. */
export function calculateQuote(
  { items, shipping, destination, currency }: QuoteSubject,
  table: TaxTable,
): QuoteCalculation {
  const { pricesIncludeTax } = table;
  const rateOf = (taxClassCode: string) => taxRateAt(table, destination, taxClassCode);
  const lines = items.map((item) => taxedItem(item, rateOf(item.taxClassCode), pricesIncludeTax));
  const subtotal = Money.sum(
    lines.map((line) => line.lineTotal),
    currency,
  );
  const shippingTax = taxOn(shipping.price, rateOf(shipping.taxClassCode), pricesIncludeTax);
  const taxTotal = Money.sum([...lines.map((line) => line.tax), shippingTax], currency);
  const price = subtotal.plus(shipping.price);
  return {
    lines,
    subtotal,
    shippingTax,
    pricesIncludeTax,
    taxTotal,
    total: pricesIncludeTax ? price : price.plus(taxTotal),
  };
}

function taxedItem(item: QuoteItem, taxRateBasisPoints: number, isIncluded: boolean): TaxedItem {
  const lineTotal = item.unitPrice.times(item.quantity);
  return { ...item, lineTotal, taxRateBasisPoints, tax: taxOn(lineTotal, taxRateBasisPoints, isIncluded) };
}

function taxOn(amount: Money, rateBasisPoints: number, isIncluded: boolean): Money {
  return isIncluded ? amount.includedBasisPoints(rateBasisPoints) : amount.basisPoints(rateBasisPoints);
}
