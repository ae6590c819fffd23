import { answerTo } from '@souk/kit/asking';
import { askFreezeQuote, type FrozenQuote } from '@souk/schema/questions/cart';
import { type Destination, toDestination } from '../domain/destination.js';
import type { Quote } from '../domain/quote.js';
import { freezeQuote } from '../use-cases/freeze-quote.js';

/** Fixes a quote for an order. */
export const answerQuoteFreeze = answerTo(askFreezeQuote, async (request, { em, ask }) => {
  const destination = toDestination(request.destination);
  const outcome = await freezeQuote({ em, ask }, { ...request, destination });
  return outcome.outcome === 'FROZEN'
    ? { outcome: 'FROZEN', quote: frozenQuoteOf(outcome.quote, destination) }
    : outcome;
});

/** @param destination where the order goes; the quote was found to hold for it. */
function frozenQuoteOf(quote: Quote, destination: Destination): FrozenQuote {
  const { id: quoteId, cartId, channelId, currency, lines, shipping, weightGrams, pricesIncludeTax } = quote;
  const { methodCode, name, price, tax } = shipping;
  return {
    ...{ quoteId, cartId, channelId, currency, destination, lines, weightGrams, pricesIncludeTax },
    shipping: { methodCode, name, price, tax },
    subtotal: { amountMinor: quote.subtotalMinor, currency },
    taxTotal: { amountMinor: quote.taxTotalMinor, currency },
    total: { amountMinor: quote.totalMinor, currency },
  };
}
