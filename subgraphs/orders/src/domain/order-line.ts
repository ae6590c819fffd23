import { newId } from '@souk/kit/domain';
import type { QuoteLine } from './quote.js';

/** Goods as they were sold: names and prices are a snapshot and never change again. Amounts in the order's currency. */
export interface OrderLine {
  id: string;
  variantId: string;
  productId: string;
  sku: string;
  name: string;
  quantity: number;
  unitPriceMinor: number;
  lineTotalMinor: number;
  taxRateBasisPoints: number;
  taxMinor: number;
}

/** The line of an order that a line of its quote becomes. */
export function toOrderLine({ unitPrice, lineTotal, tax, ...goods }: QuoteLine): OrderLine {
  const { variantId, productId, sku, name, quantity, taxRateBasisPoints } = goods;
  return {
    id: newId(),
    variantId,
    productId,
    sku,
    name,
    quantity,
    unitPriceMinor: unitPrice.amountMinor,
    lineTotalMinor: lineTotal.amountMinor,
    taxRateBasisPoints,
    taxMinor: tax.amountMinor,
  };
}
