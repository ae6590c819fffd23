import { currencyField, defineQuestion, idField, moneyField, quantityField } from '@souk/kit/contracts';
import { z } from 'zod';
import { destinationField } from './address.js';

const frozenLine = z.object({
  variantId: idField,
  productId: idField,
  sku: z.string(),
  name: z.string(),
  quantity: quantityField,
  unitPrice: moneyField,
  lineTotal: moneyField.describe('Quantity × unit price.'),
  taxRateBasisPoints: z.int().nonnegative(),
  tax: moneyField,
});

export const frozenQuoteField = z.object({
  quoteId: idField,
  cartId: idField,
  channelId: z.string(),
  currency: currencyField,
  destination: destinationField,
  lines: z.array(frozenLine).min(1),
  subtotal: moneyField,
  shipping: z.object({ methodCode: z.string(), name: z.string(), price: moneyField, tax: moneyField }),
  weightGrams: z.int().nonnegative(),
  pricesIncludeTax: z.boolean().describe('Whether prices and shipping contain the tax already.'),
  taxTotal: moneyField,
  total: moneyField,
});

export type FrozenQuote = z.infer<typeof frozenQuoteField>;

export const askFreezeQuote = defineQuestion('ask.cart.quote-freeze.v1', {
  request: z.object({
    quoteId: idField,
    ownerIds: z
      .array(idField)
      .min(1)
      .describe("Ids whose quotes the caller may use: their own, and the guest's they were before."),
    destination: destinationField.describe('Where the order is to go; the quote must be for that place.'),
  }),
  reply: z.discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('FROZEN'), quote: frozenQuoteField }),
    z.object({ outcome: z.literal('PRICE_CHANGED'), newQuoteId: idField }),
    z.object({
      outcome: z.enum(['NOT_FOUND', 'QUOTE_EXPIRED', 'CART_EMPTY', 'NOT_DELIVERABLE']),
    }),
  ]),
  timeoutMs: 5_000,
  description:
    'Fixes a quote for an order, after prices and rates were read again. Freezing a frozen quote gives the same.',
});
