import { CompiledQuery } from 'kysely';
import type { EntityManager } from './create-orm.js';

/**
 * Runs a statement that each connection plans only once, in the transaction of `em` if there is one. For those that are
 * run for every event: planning them takes longer than running them.
 * @param text a constant, in which the values stand as `$1`, `$2`, …
 */
export async function runPrepared<Row>(
  em: EntityManager,
  text: string,
  values: readonly (string | number)[],
): Promise<Row[]> {
  const { rows } = await em.getKysely().executeQuery<Row>(CompiledQuery.raw(text, [...values]));
  return rows;
}
