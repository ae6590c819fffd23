import { type Connection, ConnectionArguments, pageOf, toConnection } from '@souk/kit/graphql';
import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import type { CatalogContext } from '../context.js';
import type { ProductSort, SearchCriteria } from '../domain/search-criteria.js';
import { productById } from '../persistence/find-by-id.js';
import { countFacets } from '../persistence/find-facets.js';
import { countProducts, cursorKeysOf, findProducts } from '../persistence/find-products.js';
import { findTextQuery } from '../persistence/find-text-query.js';
import { type ProductType, toProductType } from './product.type.js';
import { ProductConnectionType, ProductSearchConnectionType } from './product-connection.type.js';
import { toProductFacetsType } from './product-facets.js';
import { ProductSearchArguments } from './product-search.input.js';
import { toSearchCriteria } from './search-criteria.js';

@Resolver()
export class ProductSearchResolver {
  @Query(() => ProductConnectionType, { nullable: true, description: 'What is on sale, the newest first.' })
  async products(
    @Args() page: ConnectionArguments,
    @Arg('categorySlug', () => String, { nullable: true, description: 'On this shelf, or on one inside it.' })
    categorySlug: string | null | undefined,
    @Ctx() context: CatalogContext,
  ): Promise<object> {
    const criteria = { ...toSearchCriteria(null, null), categorySlug: categorySlug ?? null };
    return found(context, criteria, { sort: 'NEWEST', page });
  }

  @Query(() => ProductSearchConnectionType, { nullable: true, description: 'Finds products that are on sale.' })
  async searchProducts(
    @Args() { query, filter, sort, ...page }: ProductSearchArguments,
    @Ctx() context: CatalogContext,
  ): Promise<object> {
    const text = await findTextQuery(context.em, query ?? '');
    const criteria = toSearchCriteria(text, filter ?? null);
    const connection = await found(context, criteria, { sort: sort as ProductSort, page });
    return Object.defineProperties(connection, {
      correctedQuery: { value: text?.correction ?? null },
      facets: {
        get: async () => toProductFacetsType(await countFacets(context.em, criteria), criteria.currency, context),
      },
    });
  }
}

/** A page of found products. The count costs a query of its own, which is sent only when somebody asks for it. */
async function found(
  context: CatalogContext,
  criteria: SearchCriteria,
  { sort, page: wanted }: { sort: ProductSort; page: ConnectionArguments },
): Promise<Connection<ProductType>> {
  const page = pageOf(wanted);
  const hits = await findProducts(context.em, criteria, { sort, page });
  const products = await productById(context).loadMany(hits.map((hit) => hit.id));
  const rows = hits.flatMap((hit, index) => {
    const product = products[index];
    if (product instanceof Error) throw product;
    return product ? [{ hit, product }] : [];
  });
  const connection = toConnection(rows, page, {
    keysOf: ({ hit }) => cursorKeysOf(sort)(hit),
    toNode: ({ product }) => toProductType(product),
  });
  return Object.defineProperty(connection, 'totalCount', { get: () => countProducts(context.em, criteria) });
}
