import { newId } from '@souk/kit/domain';
import { aStaffMember, type TestSubgraph } from '@souk/kit/testing';
import type { ProductOfTest } from './builders/a-product.js';

export const merchandiser = aStaffMember(newId(), ['catalog:write']);

/** Puts a product on sale through the graph and returns it. */
export async function createProduct(catalog: TestSubgraph, input: ProductOfTest) {
  const { data, errors } = await catalog.send(
    merchandiser,
    `mutation ($input: CreateProductInput!) {
      createProduct(input: $input) {
        product { id slug version variants { id sku name } }
        userErrors { code message path }
      }
    }`,
    { input },
  );
  if (errors || data.createProduct.userErrors.length > 0) throw new Error(JSON.stringify(errors ?? data));
  return data.createProduct.product;
}

/** Puts up a shelf through the graph and returns it. */
export async function createCategory(catalog: TestSubgraph, name: string, parentId: string | null = null) {
  const { data } = await catalog.send(
    merchandiser,
    `mutation ($input: CreateCategoryInput!) {
      createCategory(input: $input) { category { id slug path { slug } } userErrors { code } }
    }`,
    { input: { name, parentId } },
  );
  return data.createCategory.category;
}

/** What was recorded for other subgraphs about an aggregate, oldest first. */
export async function published(
  catalog: TestSubgraph,
  aggregateId: string,
): Promise<{ type: string; data: unknown }[]> {
  return catalog.running.parts.orm.em
    .fork()
    .execute('select type, payload as data from outbox where aggregate_id = ? order by event_version', [aggregateId]);
}
