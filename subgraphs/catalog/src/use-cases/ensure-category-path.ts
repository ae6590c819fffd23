import type { EntityManager } from '@souk/kit/persistence';
import { InvalidCategoryNameError } from '../domain/category.errors.js';
import { Category, checkedCategoryName } from '../domain/category.js';
import { holdNames } from './choose-slugs.js';
import { addCategory } from './create-category.js';

/**
 * The shelf at the end of a way through the shop, from the outside in; shelves that are missing are put up. Works inside
 * the transaction of `em`.
 * @throws {InvalidCategoryNameError} also for a way of no steps. @throws {CategoryTooDeepError}
 */
export async function ensureCategoryPath(em: EntityManager, names: readonly string[]): Promise<Category> {
  await holdNames(em);
  let shelf = null as Category | null;
  for (const name of names.map(checkedCategoryName)) {
    const known: Category | null = await em.findOne(Category, { name, parentId: shelf?.id ?? null });
    shelf = known ?? (await addCategory(em, { name }, shelf));
  }
  if (!shelf) throw new InvalidCategoryNameError();
  return shelf;
}
