import { defineLoader, indexBy } from '@souk/kit/graphql';
import type { CatalogContext } from '../context.js';
import { defaultChannelId, Price } from '../domain/price.js';
import { Product } from '../domain/product.js';

/** Products by id. */
export const productById = defineLoader(async (ids, { em }: CatalogContext) =>
  indexBy(await em.find(Product, { id: { $in: [...ids] } }), (product) => product.id),
);

/** Products by slug. */
export const productBySlug = defineLoader(async (slugs, { em }: CatalogContext) =>
  indexBy(await em.find(Product, { slug: { $in: [...slugs] } }), (product) => product.slug),
);

/** The products of variants, by the variant's id. */
export const productByVariantId = defineLoader(async (ids, context: CatalogContext) => {
  const rows = await context.em.execute<{ id: string; product_id: string }[]>(
    'select id, product_id from product_variant where id = any(array[?]::uuid[])',
    [[...ids]],
  );
  const products = await Promise.all(rows.map((row) => productById(context).load(row.product_id)));
  return new Map(rows.flatMap((row, index) => (products[index] ? [[row.id, products[index]]] : [])));
});

const priceByKey = defineLoader(async (keys, { em }: CatalogContext) => {
  const [ids, currencies] = partsOf(keys);
  const prices = await em.find(Price, {
    variantId: { $in: ids },
    currency: { $in: currencies },
    channelId: defaultChannelId,
  });
  return indexBy(prices, (price) => `${price.variantId} ${price.currency}`);
});

/** What a variant costs in a currency. */
export function priceOf(
  context: CatalogContext,
  { variantId, currency }: { variantId: string; currency: string },
): Promise<Price | null> {
  return priceByKey(context).load(`${variantId} ${currency}`);
}

interface PriceRangeRow {
  product_id: string;
  currency: string;
  lowest_minor: string;
  highest_minor: string;
}

const priceRangeByKey = defineLoader(async (keys, { em }: CatalogContext) => {
  const [ids, currencies] = partsOf(keys);
  const rows = await em.execute<PriceRangeRow[]>(
    `select product_id, currency, min(amount_minor) as lowest_minor, max(amount_minor) as highest_minor from price
     where channel_id = ? and currency = any(array[?]) and product_id = any(array[?]::uuid[])
     group by product_id, currency`,
    [defaultChannelId, currencies, ids],
  );
  return indexBy(rows, (row) => `${row.product_id} ${row.currency}`);
});

/** What the cheapest and the dearest variant of a product cost in a currency. */
export async function priceRangeOf(
  context: CatalogContext,
  { productId, currency }: { productId: string; currency: string },
): Promise<{ lowestMinor: number; highestMinor: number } | null> {
  const row = await priceRangeByKey(context).load(`${productId} ${currency}`);
  return row && { lowestMinor: Number(row.lowest_minor), highestMinor: Number(row.highest_minor) };
}

/** Makes the rest of a request read anew, after it has written. */
export function forgetWhatWasRead(context: CatalogContext): void {
  context.em.clear();
  for (const loader of [productById, productBySlug, productByVariantId]) loader(context).clearAll();
  for (const loader of [priceByKey, priceRangeByKey]) loader(context).clearAll();
}

/** The ids and the currencies of keys of the form `<id> <currency>`, each once. */
function partsOf(keys: readonly string[]): [string[], string[]] {
  const pairs = keys.map((key) => key.split(' '));
  return [[...new Set(pairs.map(([id = '']) => id))], [...new Set(pairs.map(([, currency = '']) => currency))]];
}
