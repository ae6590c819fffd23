import type { AskSubgraph } from './ask-subgraph.js';
import type { ListQueries } from './queries.js';

export type Subgraphs = Record<'catalog' | 'inventory' | 'reviews' | 'accounts', AskSubgraph>;

interface Product extends Keyed {
  weightGrams: number;
  seller: Keyed;
}

interface Opinions {
  reviews: { author: object | undefined }[];
}

interface Keyed {
  id: string;
}

/** Five requests to four subgraphs, as many at a time as can be, each person asked for once. */
export async function listProducts(subgraphs: Subgraphs, queries: ListQueries, variables: object): Promise<object[]> {
  const { products } = await subgraphs.catalog<{ products: Product[] }>(queries.products, variables);
  const [stocks, opinions, sellers] = await Promise.all([
    askStock(subgraphs, queries.stock, products),
    askOpinions(subgraphs, queries, products),
    askPeople(
      subgraphs,
      queries.sellers,
      products.map(({ seller }) => seller),
    ),
  ]);
  // Only inventory wanted the weight.
  return products.map((product, index) =>
    Object.assign(product, stocks[index], opinions[index], {
      weightGrams: undefined,
      seller: sellers.get(product.seller.id),
    }),
  );
}

function askStock({ inventory }: Subgraphs, query: string, products: readonly Product[]): Promise<object[]> {
  const keys = products.map(({ id, weightGrams }) => ({ __typename: 'Product', id, weightGrams }));
  return askEntities(inventory, query, keys);
}

async function askOpinions(
  subgraphs: Subgraphs,
  queries: ListQueries,
  products: readonly Keyed[],
): Promise<Opinions[]> {
  const keys = products.map(({ id }) => ({ __typename: 'Product', id }));
  const opinions = await askEntities<{ reviews: { author: Keyed }[] }>(subgraphs.reviews, queries.reviews, keys);
  const reviews = opinions.flatMap((opinion) => opinion.reviews);
  const authors = await askPeople(
    subgraphs,
    queries.authors,
    reviews.map(({ author }) => author),
  );
  for (const review of reviews) Object.assign(review, { author: authors.get(review.author.id) });
  return opinions;
}

async function askPeople(
  { accounts }: Subgraphs,
  query: string,
  people: readonly Keyed[],
): Promise<Map<string, object>> {
  const ids = [...new Set(people.map(({ id }) => id))];
  const found = await askEntities(
    accounts,
    query,
    ids.map((id) => ({ __typename: 'User', id })),
  );
  return new Map(ids.map((id, index) => [id, found[index]!]));
}

async function askEntities<Entity extends object>(
  ask: AskSubgraph,
  query: string,
  keys: readonly object[],
): Promise<Entity[]> {
  const { _entities } = await ask<{ _entities: Entity[] }>(query, { keys });
  return _entities;
}
