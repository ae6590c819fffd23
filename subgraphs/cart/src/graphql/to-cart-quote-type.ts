import { toMoneyType } from '@souk/kit/graphql';
import type { Quote, QuoteLine, ShippingMethod } from '../domain/quote.js';
import { CartQuoteLineType, CartQuoteShippingType, CartQuoteType, CartShippingMethodType } from './cart-quote.type.js';
import { toProductVariantType } from './product-variant.type.js';

export function toCartQuoteType(quote: Quote): CartQuoteType {
  const { id, currency, lines, shipping, shippingMethods, pricesIncludeTax, expiresAt } = quote;
  const money = (amountMinor: number) => toMoneyType({ amountMinor, currency });
  return Object.assign(new CartQuoteType(), {
    ...{ id, pricesIncludeTax, expiresAt },
    lines: lines.map(toLineType),
    subtotal: money(quote.subtotalMinor),
    shipping: Object.assign(new CartQuoteShippingType(), toMethodType(shipping), { tax: toMoneyType(shipping.tax) }),
    availableShippingMethods: shippingMethods.map(toMethodType),
    taxTotal: money(quote.taxTotalMinor),
    total: money(quote.totalMinor),
  });
}

function toLineType(line: QuoteLine): CartQuoteLineType {
  const { sku, name, quantity, taxRateBasisPoints } = line;
  return Object.assign(new CartQuoteLineType(), {
    ...{ sku, name, quantity, taxRateBasisPoints },
    variant: toProductVariantType(line.variantId),
    unitPrice: toMoneyType(line.unitPrice),
    lineTotal: toMoneyType(line.lineTotal),
    tax: toMoneyType(line.tax),
  });
}

function toMethodType({ methodCode, name, price, minDays, maxDays }: ShippingMethod): CartShippingMethodType {
  return Object.assign(new CartShippingMethodType(), { methodCode, name, price: toMoneyType(price), minDays, maxDays });
}
