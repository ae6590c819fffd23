import type { Ask } from '@souk/kit/asking';
import { Money } from '@souk/kit/domain';
import type { EntityManager } from '@souk/kit/persistence';
import { askVariants } from '@souk/schema/questions/catalog';
import { askShippingRates } from '@souk/schema/questions/shipping';
import type { CartLine } from '../domain/cart-contents.js';
import type { Destination } from '../domain/destination.js';
import {
  CartEmptyError,
  CurrencyNotSoldError,
  NotDeliverableError,
  VariantUnavailableError,
} from '../domain/quote.errors.js';
import type { QuoteDraft } from '../domain/quote.js';
import { calculateQuote, type QuoteItem, type ShippingOffer } from '../domain/quote-calculation.js';
import { draftOf } from '../domain/quote-draft.js';
import { findTaxTable } from './find-tax-table.js';

/** What is to be quoted, and where it is to go. */
export interface QuoteWish {
  ownerId: string;
  cartId: string;
  cartVersion: number;
  channelId: string;
  lines: readonly CartLine[];
  destination: Destination;
  currency: string;
  /** How to send it; the cheapest way when not said. */
  shippingMethodCode?: string | undefined;
  /** Take the cheapest way when the chosen one is not offered. */
  isMethodFlexible?: boolean;
}

/**
 * Works out what a purchase costs now: prices from catalog, rates from shipping, tax from our own table.
 * @throws {CartEmptyError} @throws {VariantUnavailableError} @throws {CurrencyNotSoldError} @throws {NotDeliverableError}
 * @throws {PublicError} SERVICE_UNAVAILABLE
 */
export async function draftQuote({ em, ask }: { em: EntityManager; ask: Ask }, wish: QuoteWish): Promise<QuoteDraft> {
  if (wish.lines.length === 0) throw new CartEmptyError();
  const [items, table] = await Promise.all([itemsOf(ask, wish), findTaxTable(em, wish.destination)]);
  const weightGrams = items.reduce((sum, item) => sum + item.quantity * item.weightGrams, 0);
  const offers = await offersFor(ask, wish, { items, weightGrams });
  const shipping = chosenOf(offers, wish);
  const calculation = calculateQuote({ ...wish, items, shipping }, table);
  return draftOf(wish, { calculation, shipping, offers, weightGrams });
}

async function itemsOf(ask: Ask, { lines, currency, channelId }: QuoteWish): Promise<QuoteItem[]> {
  const variantIds = lines.map((line) => line.variantId);
  const { variants } = await ask(askVariants, { variantIds, currency, channelId });
  const sold = new Map(variants.filter(({ isActive }) => isActive).map((variant) => [variant.variantId, variant]));
  const unavailable = variantIds.filter((variantId) => !sold.has(variantId));
  if (unavailable.length > 0) throw new VariantUnavailableError(unavailable);
  const unpriced = variantIds.filter((variantId) => !sold.get(variantId)?.unitPrice);
  if (unpriced.length > 0) throw new CurrencyNotSoldError(unpriced);
  return lines.flatMap(({ variantId, quantity }) => {
    const variant = sold.get(variantId);
    if (!variant?.unitPrice) return [];
    const unitPrice = Money.of(variant.unitPrice.amountMinor, variant.unitPrice.currency);
    return [{ ...variant, quantity, unitPrice }];
  });
}

async function offersFor(
  ask: Ask,
  { destination, currency, channelId }: QuoteWish,
  { items, weightGrams }: { items: readonly QuoteItem[]; weightGrams: number },
): Promise<ShippingOffer[]> {
  const subtotal = Money.sum(
    items.map(({ unitPrice, quantity }) => unitPrice.times(quantity)),
    currency,
  ).toJSON();
  const { rates } = await ask(askShippingRates, { destination, weightGrams, subtotal, currency, channelId });
  return rates.map((rate) => ({ ...rate, price: Money.of(rate.price.amountMinor, rate.price.currency) }));
}

function chosenOf(offers: readonly ShippingOffer[], wish: QuoteWish): ShippingOffer {
  const cheapest = offers.reduce<ShippingOffer | undefined>(
    (best, offer) => (best && !offer.price.isLessThan(best.price) ? best : offer),
    undefined,
  );
  if (!cheapest) throw new NotDeliverableError();
  if (wish.shippingMethodCode === undefined) return cheapest;
  const chosen = offers.find((offer) => offer.methodCode === wish.shippingMethodCode);
  if (chosen) return chosen;
  if (!wish.isMethodFlexible) throw new NotDeliverableError('shippingMethodCode');
  return cheapest;
}
