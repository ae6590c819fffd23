import type { EventMessage } from '@souk/kit/contracts';
import { priceChangedV1 } from '@souk/schema/events/catalog';
import type { PriceEvent } from '../domain/price.js';

/** Turns what happened to a price into the messages other subgraphs rely on. */
export function publishPriceEvent({ price }: PriceEvent): EventMessage[] {
  const { productId, variantId, amountMinor, currency } = price;
  return [priceChangedV1({ productId, variantId, amountMinor, currency })];
}
