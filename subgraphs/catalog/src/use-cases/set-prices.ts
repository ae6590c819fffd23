import { type EntityManager, inTransaction } from '@souk/kit/persistence';
import { defaultChannelId, mustNameCurrenciesOnce, Price, type PriceDraft } from '../domain/price.js';
import { VariantNotFoundError } from '../domain/product.errors.js';
import type { CatalogWork } from './catalog-work.js';

export interface NewPrices {
  variantId: string;
  /** Currencies that are not named keep their price. */
  prices: readonly PriceDraft[];
}

/**
 * Gives a variant prices. Publishes `catalog.price.changed.v1` for each that is another one now.
 * @throws {VariantNotFoundError} @throws {InvalidProductError}
 */
export async function setPrices({ em }: Pick<CatalogWork, 'em'>, wish: NewPrices): Promise<void> {
  await inTransaction(em, (transaction) => putPrices(transaction, [wish]));
}

/** The same for several variants inside the transaction of `em`; their rows are locked, in one order for all. */
export async function putPrices(em: EntityManager, wishes: readonly NewPrices[]): Promise<void> {
  const ids = wishes.map((wish) => wish.variantId);
  const variants = await em.execute<{ id: string; productId: string }[]>(
    `select id, product_id as "productId" from product_variant where id = any(array[?]::uuid[]) order by id for update`,
    [ids],
  );
  const known = await em.find(Price, { variantId: { $in: ids }, channelId: defaultChannelId });
  const priceByKey = new Map(known.map((price) => [`${price.variantId} ${price.currency}`, price]));
  for (const { variantId, prices } of wishes) {
    mustNameCurrenciesOnce(prices);
    const variant = variants.find(({ id }) => id === variantId);
    if (!variant) throw new VariantNotFoundError();
    for (const draft of prices) {
      const price = priceByKey.get(`${variantId} ${draft.currency}`);
      if (price) price.change(draft.amountMinor);
      else em.persist(Price.added(variant, draft));
    }
  }
}
