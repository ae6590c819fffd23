import type { EntityManager } from '@souk/kit/persistence';
import { CategoryNotFoundError } from '../domain/category.errors.js';
import { Category } from '../domain/category.js';
import { SkuTakenError } from '../domain/product.errors.js';

/** @throws {CategoryNotFoundError} when one of them is not there. */
export async function mustBeCategories(em: EntityManager, ids: readonly string[]): Promise<void> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return;
  const count = await em.count(Category, { id: { $in: wanted } });
  if (count < wanted.length) throw new CategoryNotFoundError('categoryIds');
}

/** @throws {SkuTakenError} that names the first that somebody bears. */
export async function mustBeFreeSkus(em: EntityManager, skus: readonly string[]): Promise<void> {
  const [bearer] = await em.execute<{ sku: string }[]>(
    'select sku from product_variant where sku = any(array[?]::text[]) order by sku limit 1',
    [skus.map((sku) => sku.trim())],
  );
  if (bearer) throw new SkuTakenError(bearer.sku);
  const seen = new Set<string>();
  for (const sku of skus) {
    if (seen.has(sku)) throw new SkuTakenError(sku);
    seen.add(sku);
  }
}
