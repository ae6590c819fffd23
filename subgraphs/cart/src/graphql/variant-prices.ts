import { defineLoader } from '@souk/kit/graphql';
import { askVariants } from '@souk/schema/questions/catalog';
import type { CartContext } from '../context.js';
import { defaultChannel } from '../domain/defaults.js';
import { type Amount } from '../domain/quote.js';

interface PriceKey {
  currency: string;
  variantId: string;
}

const priceByKey = defineLoader(async (keys, { ask }: CartContext) => {
  const wanted = Map.groupBy(keys.map(parseKey), ({ currency }) => currency);
  const answers = await Promise.all(
    [...wanted].map(([currency, group]) =>
      ask(askVariants, { variantIds: group.map(({ variantId }) => variantId), currency, channelId: defaultChannel }),
    ),
  );
  const priced = answers
    .flatMap(({ variants }) => variants)
    .flatMap(({ variantId, unitPrice }) =>
      unitPrice ? [[keyOf({ currency: unitPrice.currency, variantId }), unitPrice] as const] : [],
    );
  return new Map<string, Amount>(priced);
});

/** What one unit costs now. Null when it has no price in that currency or is not sold. One question for each request. */
export function priceOf(context: CartContext, variantId: string, currency: string): Promise<Amount | null> {
  return priceByKey(context).load(keyOf({ currency, variantId }));
}

function keyOf({ currency, variantId }: PriceKey): string {
  return `${currency} ${variantId}`;
}

function parseKey(key: string): PriceKey {
  const [currency = '', variantId = ''] = key.split(' ');
  return { currency, variantId };
}
