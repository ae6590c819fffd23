import type { EventContract } from '@souk/kit/contracts';
import { priceChangedV1, productUpdatedV1, productWithdrawnV1 } from '@souk/schema/events/catalog';

/** Which entities an event has changed: of each type the ids. */
type Touched<Data> = Readonly<Record<string, (data: Data) => readonly string[]>>;

export interface Invalidation {
  contract: EventContract<unknown>;
  touches: Touched<unknown>;
}

/**
 * What each event makes old. Whatever was kept and holds one of these entities, wherever in it, is not served any more.
 * Only types that stand here, or below, are kept at all, whatever hint they bear.
 */
export const invalidations: readonly Invalidation[] = [
  when(productUpdatedV1, {
    Product: ({ productId }) => [productId],
    ProductVariant: ({ variants }) => variants.map(({ variantId }) => variantId),
  }),
  when(productWithdrawnV1, { Product: ({ productId }) => [productId] }),
  when(priceChangedV1, {
    Product: ({ productId }) => [productId],
    ProductVariant: ({ variantId }) => [variantId],
  }),
];

/**
 * Types whose things never change once they are there. A shelf keeps its name, its place and its slug; what may change
 * about shelves, which ones there are, bears the hint `maxAge: 0`.
 */
export const unchanging: readonly string[] = ['Category'];

function when<Data>(contract: EventContract<Data>, touches: Touched<Data>): Invalidation {
  return { contract, touches } as Invalidation;
}
