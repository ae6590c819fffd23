import { defineLoader, groupBy, indexBy } from '@souk/kit/graphql';
import type { EntityManager } from '@souk/kit/persistence';
import type { CatalogContext } from '../context.js';
import { Category } from '../domain/category.js';

/** Categories by id. */
export const categoryById = defineLoader(async (ids, { em }: CatalogContext) =>
  indexBy(await em.find(Category, { id: { $in: [...ids] } }), (category) => category.id),
);

/** Categories by slug. */
export const categoryBySlug = defineLoader(async (slugs, { em }: CatalogContext) =>
  indexBy(await em.find(Category, { slug: { $in: [...slugs] } }), (category) => category.slug),
);

/** What stands directly inside categories, by name. */
export const childrenByCategoryId = defineLoader(async (ids, { em }: CatalogContext) => {
  const children = await em.find(Category, { parentId: { $in: [...ids] } }, { orderBy: { name: 'asc', id: 'asc' } });
  return groupBy(children, (child) => child.parentId ?? '');
});

/** The outermost categories, by name. */
export function rootCategories(em: EntityManager): Promise<Category[]> {
  return em.find(Category, { parentId: null }, { orderBy: { name: 'asc', id: 'asc' } });
}
