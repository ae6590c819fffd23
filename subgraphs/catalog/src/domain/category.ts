import { newId } from '@souk/kit/domain';
import { CategoryTooDeepError, InvalidCategoryNameError } from './category.errors.js';

export interface CategoryDraft {
  /** Only where it must be the same at every run, as in a seed. */
  id?: string;
  name: string;
}

export const deepestCategory = 6;
const longestName = 100;

/** A shelf of the shop. Shelves stand inside each other: `path` is the way from the outermost one to this one. */
export class Category {
  readonly name: string;
  readonly parentId: string | null;
  readonly path: readonly string[];

  /** Use {@link Category.create}; public only because the object-relational mapper needs it. */
  constructor(
    readonly id: string,
    readonly slug: string,
    name: string,
    parent: Category | null,
  ) {
    this.name = name;
    this.parentId = parent?.id ?? null;
    this.path = [...(parent?.path ?? []), id];
  }

  /**
   * @param slug one that no other category has.
   * @throws {InvalidCategoryNameError} @throws {CategoryTooDeepError}
   */
  static create(draft: CategoryDraft, slug: string, parent: Category | null): Category {
    const category = new Category(draft.id ?? newId(), slug, checkedCategoryName(draft.name), parent);
    if (category.path.length > deepestCategory) throw new CategoryTooDeepError(deepestCategory);
    return category;
  }
}

/** @throws {InvalidCategoryNameError} */
export function checkedCategoryName(name: string): string {
  const trimmed = name.trim();
  if (trimmed.length < 1 || trimmed.length > longestName) throw new InvalidCategoryNameError();
  return trimmed;
}
