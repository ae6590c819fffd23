import { createHash } from 'node:crypto';
import type { EntityManager } from '@souk/kit/persistence';
import { OtherSkuError } from '../domain/product.errors.js';
import { Product } from '../domain/product.js';
import type { ProductDetails } from '../domain/product-details.js';
import { addProducts, type NewProduct } from './add-products.js';
import type { CatalogWork } from './catalog-work.js';
import { holdNames } from './choose-slugs.js';
import { ensureCategoryPath } from './ensure-category-path.js';
import { putPrices } from './set-prices.js';

/** A product as an outside source knows it: in one form, on one shelf. */
export interface ImportedProduct {
  /** What the source knows it by; never changes there. */
  externalId: string;
  categoryPath: readonly string[];
  details: Omit<ProductDetails, 'categoryIds'>;
  variant: NewProduct['variants'][number];
}

/** What becomes of a product that was imported before. */
interface Change {
  productId: string;
  details: ProductDetails;
  variant: ImportedProduct['variant'];
}

export type ImportOutcome = 'created' | 'updated' | 'unchanged';

interface ImportRecord {
  external_id: string;
  row_hash: string;
  product_id: string;
}

/**
 * Takes over products of a source inside the transaction of `em`: new ones are put on sale, changed ones are changed, and
 * those that are as they were at the last time are left alone, whatever the staff has made of them since. Publishes
 * `catalog.product.created.v1`, `.updated.v1` and `catalog.price.changed.v1`.
 * @throws {DomainError} for a product that breaks a rule; then nothing of the batch may be kept.
 */
export async function importProducts(
  work: CatalogWork,
  source: string,
  items: readonly ImportedProduct[],
): Promise<ImportOutcome[]> {
  const { em } = work;
  await holdNames(em);
  const records = await recordsOf(em, source, items);
  const outcomes = items.map((item) => outcomeOf(item, records.get(item.externalId)));
  const those = (outcome: ImportOutcome) => items.filter((_item, index) => outcomes[index] === outcome);
  const shelves = await shelvesOf(em, [...those('created'), ...those('updated')]);
  const products = await addProducts(
    work,
    those('created').map((item) => ({ ...detailsOf(item, shelves), variants: [item.variant] })),
  );
  const fresh = those('created').map((item, index) => newRecord(item, products[index]?.id));
  const renewed = those('updated').map((item) => newRecord(item, records.get(item.externalId)?.product_id));
  await changeProducts(
    work,
    those('updated').map((item, index) => ({
      productId: renewed[index]?.product_id ?? '',
      details: detailsOf(item, shelves),
      variant: item.variant,
    })),
  );
  await em.flush();
  await remember(work, source, [...fresh, ...renewed]);
  return outcomes;
}

function outcomeOf(item: ImportedProduct, record: ImportRecord | undefined): ImportOutcome {
  if (!record) return 'created';
  return record.row_hash === hashOf(item) ? 'unchanged' : 'updated';
}

/** What an item is now, apart from its stock, which counts only at the beginning. */
function hashOf({ categoryPath, details, variant: { initialStock: _, ...variant } }: ImportedProduct): string {
  return createHash('sha256').update(JSON.stringify({ categoryPath, details, variant })).digest('base64url');
}

function newRecord(item: ImportedProduct, productId: string | undefined): ImportRecord {
  if (productId === undefined) throw new Error('An imported product has no id.');
  return { external_id: item.externalId, row_hash: hashOf(item), product_id: productId };
}

/** Each shelf is looked for once, however many products stand on it. */
async function shelvesOf(em: EntityManager, items: readonly ImportedProduct[]): Promise<ReadonlyMap<string, string>> {
  const shelves = new Map<string, string>();
  for (const { categoryPath } of items) {
    const key = JSON.stringify(categoryPath);
    if (categoryPath.length > 0 && !shelves.has(key)) shelves.set(key, (await ensureCategoryPath(em, categoryPath)).id);
  }
  return shelves;
}

function detailsOf({ details, categoryPath }: ImportedProduct, shelves: ReadonlyMap<string, string>): ProductDetails {
  const shelf = shelves.get(JSON.stringify(categoryPath));
  return { ...details, categoryIds: shelf === undefined ? [] : [shelf] };
}

/** Everything is read before anything is changed, so that a batch is written at once. */
async function changeProducts({ em, now }: CatalogWork, changes: readonly Change[]): Promise<void> {
  const ids = changes.map((change) => change.productId);
  const products = await em.find(Product, { id: { $in: ids } });
  const productById = new Map(products.map((product) => [product.id, product]));
  const wishes = changes.map(({ productId, variant: { sku, prices } }) => {
    const own = productById.get(productId)?.variants.find((variant) => variant.sku === sku);
    if (!own) throw new OtherSkuError();
    return { variantId: own.id, prices };
  });
  await putPrices(em, wishes);
  for (const [index, { productId, details, variant }] of changes.entries()) {
    const { options, weightGrams } = variant;
    const id = wishes[index]?.variantId ?? '';
    productById.get(productId)?.update({ ...details, variants: [{ id, options, weightGrams }] }, now());
  }
}

async function recordsOf(
  em: EntityManager,
  source: string,
  items: readonly ImportedProduct[],
): Promise<ReadonlyMap<string, ImportRecord>> {
  const rows = await em.execute<ImportRecord[]>(
    'select external_id, row_hash, product_id from import_record where source = ? and external_id = any(array[?]::text[])',
    [source, items.map((item) => item.externalId)],
  );
  return new Map(rows.map((row) => [row.external_id, row]));
}

async function remember({ em, now }: CatalogWork, source: string, records: readonly ImportRecord[]): Promise<void> {
  await em.execute(
    `insert into import_record (source, external_id, row_hash, product_id, imported_at)
     select ?, r.external_id, r.row_hash, r.product_id, ?
     from jsonb_to_recordset(?::jsonb) as r(external_id text, row_hash text, product_id uuid)
     on conflict (source, external_id) do update
       set row_hash = excluded.row_hash, imported_at = excluded.imported_at`,
    [source, now(), JSON.stringify(records)],
  );
}
