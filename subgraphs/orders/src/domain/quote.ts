import { Money } from '@souk/kit/domain';

/** Money as it travels: whole minor units. */
export interface Amount {
  amountMinor: number;
  currency: string;
}

/** Goods with the prices that cart froze. */
export interface QuoteLine {
  variantId: string;
  productId: string;
  sku: string;
  name: string;
  quantity: number;
  unitPrice: Amount;
  lineTotal: Amount;
  taxRateBasisPoints: number;
  tax: Amount;
}

/** The prices that cart froze: an order's prices for good. */
export interface Quote {
  quoteId: string;
  channelId: string;
  currency: string;
  lines: readonly QuoteLine[];
  subtotal: Amount;
  shipping: { methodCode: string; name: string; price: Amount; tax: Amount };
  weightGrams: number;
  /** Whether prices and shipping contain the tax already. */
  pricesIncludeTax: boolean;
  taxTotal: Amount;
  total: Amount;
}

/** @throws {Error} when the amounts of a quote do not add up: no order may ever be made of it. */
export function mustAddUp(quote: Quote): void {
  const { currency, lines, shipping, subtotal, taxTotal, total, pricesIncludeTax } = quote;
  const sum = (amounts: Amount[]) => Money.sum(amounts.map(toMoney), currency);
  const goods = sum(lines.map((line) => line.lineTotal));
  const tax = sum([...lines.map((line) => line.tax), shipping.tax]);
  const payable = sum([goods, shipping.price, ...(pricesIncludeTax ? [] : [tax])]);
  const isRight =
    lines.every((line) => toMoney(line.unitPrice).times(line.quantity).equals(toMoney(line.lineTotal))) &&
    goods.equals(toMoney(subtotal)) &&
    tax.equals(toMoney(taxTotal)) &&
    payable.equals(toMoney(total));
  if (!isRight) throw new Error(`The amounts of quote ${quote.quoteId} do not add up.`);
}

function toMoney({ amountMinor, currency }: Amount): Money {
  return Money.of(amountMinor, currency);
}
