import { type EntityManager, inTransaction } from '@souk/kit/persistence';
import { addProducts } from '../use-cases/add-products.js';
import { ensureCategoryPath } from '../use-cases/ensure-category-path.js';
import { type DemoProduct, demoProducts } from './demo-products.js';
import { knownProducts } from './known-products.js';

const batchSize = 200;

/** Fills the shop with the demo's products, those that are not there yet. What is there is left as it is. */
export function seedDemoCatalog(em: EntityManager): Promise<void> {
  return seedMissing(em, [...knownProducts(), ...demoProducts()]);
}

/** The same for those alone that somebody relies on. */
export function seedKnownProducts(em: EntityManager): Promise<void> {
  return seedMissing(em, knownProducts());
}

async function seedMissing(em: EntityManager, products: readonly DemoProduct[]): Promise<void> {
  const missing = await withoutKnown(em.fork(), products);
  for (let start = 0; start < missing.length; start += batchSize) {
    await seedBatch(em, missing.slice(start, start + batchSize));
  }
}

/** One batch in one transaction. Another process that seeds at the same time waits, and then finds nothing to do. */
async function seedBatch(em: EntityManager, batch: readonly DemoProduct[]): Promise<void> {
  await inTransaction(em, async (transaction) => {
    await transaction.execute(`select pg_advisory_xact_lock(hashtext('souk.catalog.seed'))`);
    const missing = await withoutKnown(transaction, batch);
    const shelves = await shelvesOf(transaction, missing);
    const drafts = missing.map(({ shelf, draft }) => ({
      ...draft(),
      categoryIds: [shelves.get(shelf.join('/')) ?? ''],
    }));
    await addProducts({ em: transaction, now: () => new Date() }, drafts);
  });
}

async function shelvesOf(em: EntityManager, products: readonly DemoProduct[]): Promise<Map<string, string>> {
  const shelves = new Map<string, string>();
  for (const { shelf } of products) {
    if (shelves.has(shelf.join('/'))) continue;
    const category = await ensureCategoryPath(em, shelf);
    shelves.set(shelf.join('/'), category.id);
  }
  return shelves;
}

async function withoutKnown(em: EntityManager, products: readonly DemoProduct[]): Promise<DemoProduct[]> {
  const ids = products.map((product) => product.id);
  const rows = await em.execute<{ id: string }[]>('select id from product where id = any(array[?]::uuid[])', [ids]);
  const known = new Set(rows.map((row) => row.id));
  return products.filter((product) => !known.has(product.id));
}
