import { AggregateRoot, isCurrencyCode, newId } from '@souk/kit/domain';
import { InvalidProductError } from './product.errors.js';

/** The one channel there is until there are more. */
export const defaultChannelId = 'default';
/** What counts where nobody says a currency. */
export const defaultCurrency = 'EUR';

/** A cart full of the dearest goods, with tax, is still counted exactly. */
export const highestPriceMinor = 50_000_000_000;

export interface PriceDraft {
  currency: string;
  amountMinor: number;
}

/** What can happen to a price. */
export type PriceEvent = { type: 'PriceChanged'; price: Price };

/**
 * What a variant costs in one currency in one channel. An aggregate of its own, beside the product: it changes at other
 * times, by other hands, and its events are counted on their own.
 */
export class Price extends AggregateRoot<PriceEvent> {
  readonly variantId: string;
  readonly productId: string;
  readonly channelId = defaultChannelId;

  /** Use {@link Price.first} or {@link Price.added}; public only because the object-relational mapper needs it. */
  constructor(
    readonly id: string,
    variant: { id: string; productId: string },
    readonly currency: string,
    public amountMinor: number,
  ) {
    super();
    this.variantId = variant.id;
    this.productId = variant.productId;
  }

  /** A price that comes with its variant, whose own event tells of both. @throws {InvalidProductError} INVALID_PRICE. */
  static first(variant: { id: string; productId: string }, draft: PriceDraft): Price {
    mustBePrice(draft);
    return new Price(newId(), variant, draft.currency, draft.amountMinor);
  }

  /** A price in a currency in which the variant had none. @throws {InvalidProductError} INVALID_PRICE. */
  static added(variant: { id: string; productId: string }, draft: PriceDraft): Price {
    const price = Price.first(variant, draft);
    price.record({ type: 'PriceChanged', price });
    return price;
  }

  /** A change to the same amount is none. @throws {InvalidProductError} INVALID_PRICE. */
  change(amountMinor: number): void {
    mustBePrice({ currency: this.currency, amountMinor });
    if (amountMinor === this.amountMinor) return;
    this.amountMinor = amountMinor;
    this.record({ type: 'PriceChanged', price: this });
  }
}

function mustBePrice({ currency, amountMinor }: PriceDraft): void {
  const isAmount = Number.isInteger(amountMinor) && amountMinor >= 0 && amountMinor <= highestPriceMinor;
  if (isAmount && isCurrencyCode(currency)) return;
  const message = `A price is a whole number of minor units from 0 to ${highestPriceMinor}.`;
  throw new InvalidProductError('INVALID_PRICE', message, ['prices']);
}

/** @throws {InvalidProductError} INVALID_PRICE when a currency has two prices. */
export function mustNameCurrenciesOnce(drafts: readonly PriceDraft[]): void {
  if (new Set(drafts.map(({ currency }) => currency)).size === drafts.length) return;
  throw new InvalidProductError('INVALID_PRICE', 'One price per currency.', ['prices']);
}
