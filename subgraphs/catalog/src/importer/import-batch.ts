import { DomainError } from '@souk/kit/domain';
import { type EntityManager, inTransaction } from '@souk/kit/persistence';
import type { CatalogWork } from '../use-cases/catalog-work.js';
import { type ImportedProduct, type ImportOutcome, importProducts } from '../use-cases/import-products.js';
import type { MappedField, Mapping } from './mapping.js';
import type { RowError } from './row-to-product.js';

export interface BatchRow {
  number: number;
  item: ImportedProduct;
}

export type RowResult = ImportOutcome | RowError;

export interface BatchPlan {
  source: string;
  mapping: Mapping;
  /** Do everything, keep nothing. */
  isDryRun: boolean;
}

/** Which field's column is at fault when the catalogue refuses. */
const fieldByCode: Record<string, MappedField> = {
  INVALID_TITLE: 'title',
  INVALID_DESCRIPTION: 'description',
  INVALID_BRAND: 'brand',
  INVALID_TAX_CLASS: 'taxClass',
  INVALID_IMAGE: 'images',
  INVALID_SKU: 'sku',
  SKU_TAKEN: 'sku',
  INVALID_WEIGHT: 'weight',
  INVALID_PRICE: 'price',
  INVALID_STOCK: 'stock',
  INVALID_NAME: 'category',
  CATEGORY_TOO_DEEP: 'category',
};

/** Imports rows in one transaction; when one of them is refused, each in a transaction of its own. */
export async function importBatch(work: CatalogWork, plan: BatchPlan, rows: readonly BatchRow[]): Promise<RowResult[]> {
  const items = rows.map((row) => row.item);
  try {
    return await (plan.isDryRun ? rehearse : inTransaction)(work.em, (em) =>
      importProducts({ ...work, em }, plan.source, items),
    );
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const [only] = rows;
    if (rows.length === 1 && only) return [toRowError(error, only, plan.mapping)];
  }
  const results: RowResult[] = [];
  for (const row of rows) results.push(...(await importBatch(work, plan, [row])));
  return results;
}

async function rehearse<Result>(em: EntityManager, work: (em: EntityManager) => Promise<Result>): Promise<Result> {
  const rehearsal = em.fork({ clear: true });
  await rehearsal.begin();
  try {
    const result = await work(rehearsal);
    await rehearsal.flush();
    return result;
  } finally {
    await rehearsal.rollback();
  }
}

function toRowError({ code, message }: DomainError, { number }: BatchRow, { columns }: Mapping): RowError {
  const field = fieldByCode[code];
  const [column = null] = field ? [columns[field] ?? []].flat() : [];
  return { row: number, column, message };
}
