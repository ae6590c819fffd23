import { newId } from '@souk/kit/domain';
import type { FrozenQuote } from '@souk/schema/questions/cart';

/** A quote as cart freezes it: two of one thing at 10.00 €, 4.90 € of shipping, 19 % of tax inside. */
export function aQuote(more: Partial<FrozenQuote> = {}): FrozenQuote {
  const euros = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });
  return {
    quoteId: newId(),
    cartId: newId(),
    channelId: 'default',
    currency: 'EUR',
    destination: { countryCode: 'DE', region: null, postalCode: '10115' },
    lines: [
      {
        variantId: newId(),
        productId: newId(),
        sku: 'MUG-BLUE',
        name: 'Mug, blue',
        quantity: 2,
        unitPrice: euros(1_000),
        lineTotal: euros(2_000),
        taxRateBasisPoints: 1_900,
        tax: euros(319),
      },
    ],
    subtotal: euros(2_000),
    shipping: { methodCode: 'STANDARD', name: 'Standard', price: euros(490), tax: euros(78) },
    weightGrams: 700,
    pricesIncludeTax: true,
    taxTotal: euros(397),
    total: euros(2_490),
    ...more,
  };
}

/** A quote as cart freezes it where goods and shipping cost nothing. */
export function aFreeQuote(more: Partial<FrozenQuote> = {}): FrozenQuote {
  const nothing = { amountMinor: 0, currency: 'EUR' };
  const quote = aQuote();
  return {
    ...quote,
    lines: quote.lines.map((line) => ({ ...line, unitPrice: nothing, lineTotal: nothing, tax: nothing })),
    subtotal: nothing,
    shipping: { ...quote.shipping, price: nothing, tax: nothing },
    taxTotal: nothing,
    total: nothing,
    ...more,
  };
}
