import type { Ask } from '@souk/kit/asking';
import { askFreezeQuote } from '@souk/schema/questions/cart';
import {
  CartEmptyError,
  NotDeliverableError,
  PriceChangedError,
  QuoteExpiredError,
  QuoteNotFoundError,
} from '../domain/order.errors.js';
import type { Quote } from '../domain/quote.js';
import type { ShippingAddress } from '../domain/shipping-address.js';

/** Which quote is to be fixed, and for where. */
export interface QuoteWish {
  quoteId: string;
  /** Whose quotes the buyer may use. */
  ownerIds: string[];
  shippingAddress: ShippingAddress;
}

/**
 * Has cart fix the prices of a quote. Asking again gives the same.
 * @throws {QuoteNotFoundError} @throws {QuoteExpiredError} @throws {CartEmptyError} @throws {NotDeliverableError}
 * @throws {PriceChangedError} with the quote of now.
 */
export async function freezeQuote(ask: Ask, { quoteId, ownerIds, shippingAddress }: QuoteWish): Promise<Quote> {
  const { countryCode, region, postalCode } = shippingAddress;
  const reply = await ask(askFreezeQuote, { quoteId, ownerIds, destination: { countryCode, region, postalCode } });
  switch (reply.outcome) {
    case 'FROZEN':
      return reply.quote;
    case 'PRICE_CHANGED':
      throw new PriceChangedError(reply.newQuoteId);
    case 'NOT_FOUND':
      throw new QuoteNotFoundError();
    case 'QUOTE_EXPIRED':
      throw new QuoteExpiredError();
    case 'CART_EMPTY':
      throw new CartEmptyError();
    case 'NOT_DELIVERABLE':
      throw new NotDeliverableError();
  }
}
