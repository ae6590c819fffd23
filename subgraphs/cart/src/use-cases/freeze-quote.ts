import type { Ask } from '@souk/kit/asking';
import type { EntityManager } from '@souk/kit/persistence';
import { VariantsRefusedError } from '../domain/cart.errors.js';
import type { CartLine } from '../domain/cart-contents.js';
import { type Destination, isWithin } from '../domain/destination.js';
import { CartEmptyError, NotDeliverableError } from '../domain/quote.errors.js';
import { Quote, type QuoteDraft } from '../domain/quote.js';
import { draftQuote } from './draft-quote.js';
import { keepQuote } from './quote-cart.js';

export interface FreezeWish {
  quoteId: string;
  /** Whose quotes may be used. */
  ownerIds: readonly string[];
  /** Where the order is to go. */
  destination: Destination;
}

export type FreezeOutcome =
  | { outcome: 'FROZEN'; quote: Quote }
  | { outcome: 'PRICE_CHANGED'; newQuoteId: string }
  | { outcome: 'NOT_FOUND' | 'QUOTE_EXPIRED' | 'CART_EMPTY' | 'NOT_DELIVERABLE' };

/**
 * Fixes a quote for an order, if everything still costs the same. Freezing it again for the same place gives the same.
 * @throws {PublicError} SERVICE_UNAVAILABLE
 */
export async function freezeQuote(work: { em: EntityManager; ask: Ask }, wish: FreezeWish): Promise<FreezeOutcome> {
  const quote = await findQuote(work.em, wish);
  if (!quote) return { outcome: 'NOT_FOUND' };
  if (await isExpired(work.em, quote)) return { outcome: 'QUOTE_EXPIRED' };
  if (quote.isFrozenFor(wish.destination)) return { outcome: 'FROZEN', quote };
  const draft = await refusable(() => draftAgain(work, quote, wish));
  if ('outcome' in draft) return draft;
  if (!isWithin(wish.destination, quote.destination) || !quote.costsAsMuchAs(draft)) {
    return { outcome: 'PRICE_CHANGED', newQuoteId: (await keepQuote(work.em, draft)).id };
  }
  return freeze(work.em, wish);
}

function findQuote(em: EntityManager, { quoteId, ownerIds }: FreezeWish): Promise<Quote | null> {
  return em.fork().findOne(Quote, { id: quoteId, ownerId: { $in: [...ownerIds] } });
}

async function isExpired(em: EntityManager, { id }: Quote): Promise<boolean> {
  const rows = await em.execute<unknown[]>('select 1 from quote where id = ? and expires_at <= now()', [id]);
  return rows.length > 0;
}

/** What the same purchase costs now. Lines that are not sold any more, and a way of sending that is gone, are left out. */
async function draftAgain(
  work: { em: EntityManager; ask: Ask },
  quote: Quote,
  { destination, lines = quote.lines }: { destination: Destination; lines?: readonly CartLine[] },
): Promise<QuoteDraft> {
  const { ownerId, cartId, cartVersion, channelId, currency, shipping } = quote;
  const subject = { ownerId, cartId, cartVersion, channelId, currency, destination, lines };
  try {
    return await draftQuote(work, { ...subject, shippingMethodCode: shipping.methodCode, isMethodFlexible: true });
  } catch (error) {
    if (!(error instanceof VariantsRefusedError)) throw error;
    const rest = lines.filter(({ variantId }) => !error.variantIds.includes(variantId));
    return draftAgain(work, quote, { destination, lines: rest });
  }
}

async function refusable(
  work: () => Promise<QuoteDraft>,
): Promise<QuoteDraft | { outcome: 'CART_EMPTY' | 'NOT_DELIVERABLE' }> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof CartEmptyError) return { outcome: 'CART_EMPTY' };
    if (error instanceof NotDeliverableError) return { outcome: 'NOT_DELIVERABLE' };
    throw error;
  }
}

/** Of two requests at once, the first freezes it and the second finds it frozen, for whichever place came first. */
async function freeze(em: EntityManager, wish: FreezeWish): Promise<FreezeOutcome> {
  await em.execute(
    `update quote set frozen_at = now(), frozen_for = ?::jsonb
     where id = ? and frozen_at is null and expires_at > now()`,
    [JSON.stringify(wish.destination), wish.quoteId],
  );
  const quote = await findQuote(em, wish);
  return quote?.frozenAt ? { outcome: 'FROZEN', quote } : { outcome: 'QUOTE_EXPIRED' };
}
