import { breaksUnique, type EntityManager, inTransaction } from '@souk/kit/persistence';
import { CategoryExistsError, CategoryNotFoundError } from '../domain/category.errors.js';
import { Category, type CategoryDraft } from '../domain/category.js';
import type { CatalogWork } from './catalog-work.js';
import { chooseSlugs } from './choose-slugs.js';

/**
 * Puts up a shelf.
 * @throws {InvalidCategoryNameError} @throws {CategoryTooDeepError} @throws {CategoryExistsError}
 * @throws {CategoryNotFoundError} when the parent is not there.
 */
export async function createCategory(
  { em }: Pick<CatalogWork, 'em'>,
  { name, parentId }: { name: string; parentId: string | null },
): Promise<Category> {
  try {
    return await inTransaction(em, async (transaction) => {
      const parent = parentId === null ? null : await transaction.findOne(Category, { id: parentId });
      if (parentId !== null && !parent) throw new CategoryNotFoundError('parentId');
      return addCategory(transaction, { name }, parent);
    });
  } catch (error) {
    if (breaksUnique(error, 'category_name_key')) throw new CategoryExistsError();
    throw error;
  }
}

/** The same inside the transaction of `em`. */
export async function addCategory(em: EntityManager, draft: CategoryDraft, parent: Category | null): Promise<Category> {
  const [slug = ''] = await chooseSlugs(em, 'category', [draft.name]);
  const category = Category.create(draft, slug, parent);
  await em.persist(category).flush();
  return category;
}
