import type { EntityManager } from '@souk/kit/persistence';
import { freeSlug, slugOf } from '../domain/slug.js';

/**
 * Chooses a slug that nobody has for each of the texts, in their order. Until the transaction of `em` ends, no other one
 * chooses names: what was found free stays free.
 */
export async function chooseSlugs(
  em: EntityManager,
  table: 'product' | 'category',
  texts: readonly string[],
): Promise<string[]> {
  await holdNames(em);
  const wanted = texts.map((text) => slugOf(text, table));
  const taken = await takenSlugs(em, table, wanted);
  return wanted.map((slug) => {
    const free = freeSlug(slug, taken);
    taken.add(free);
    return free;
  });
}

/** Lets one transaction at a time give names, slugs and SKUs, so that looking for a free one is safe. */
export async function holdNames(em: EntityManager): Promise<void> {
  await em.execute(`select pg_advisory_xact_lock(hashtext('souk.catalog.names'))`);
}

/** The slugs themselves and those with a suffix: in the column's byte order they stand between `slug-` and `slug.`. */
async function takenSlugs(em: EntityManager, table: string, slugs: readonly string[]): Promise<Set<string>> {
  const rows = await em.execute<{ slug: string }[]>(
    `select taken.slug from unnest(array[?]::text[]) as wanted(slug)
     join ?? taken on taken.slug = wanted.slug or (taken.slug >= wanted.slug || '-' and taken.slug < wanted.slug || '.')`,
    [[...new Set(slugs)], table],
  );
  return new Set(rows.map((row) => row.slug));
}
