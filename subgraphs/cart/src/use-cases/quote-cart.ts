import type { Ask } from '@souk/kit/asking';
import { type EntityManager, inTransaction } from '@souk/kit/persistence';
import { Quote, type QuoteDraft } from '../domain/quote.js';
import { draftQuote, type QuoteWish } from './draft-quote.js';

/** Says what a purchase costs, and holds to it for half an hour. Throws what {@link draftQuote} throws. */
export async function quoteCart(work: { em: EntityManager; ask: Ask }, wish: QuoteWish): Promise<Quote> {
  return keepQuote(work.em, await draftQuote(work, wish));
}

/** Keeps a quote for half an hour by the database's clock. */
export function keepQuote(em: EntityManager, draft: QuoteDraft): Promise<Quote> {
  const quote = Quote.of(draft);
  return inTransaction(em, async (transaction) => {
    transaction.persist(quote);
    await transaction.flush();
    return quote;
  });
}
