import type { Logger } from '../observability/index.js';
import type { EntityManager } from '../persistence/index.js';

/** Forgets what no redrive can need any more: published rows after 7 days, inbox rows after 30. */
export async function forgetOldMessages(em: EntityManager): Promise<void> {
  await em.execute(`delete from outbox where published_at < now() - interval '7 days'`);
  await em.execute(`delete from inbox where handled_at < now() - interval '30 days'`);
}

/** Raises an alarm for events that have waited longer than a minute for one before them. */
export async function reportGaps(em: EntityManager, logger: Logger): Promise<void> {
  const gaps = await em.execute<{ consumer: string; aggregate_id: string; version: number }[]>(
    `select distinct on (consumer, aggregate_id) consumer, aggregate_id, version from inbox_parked
     where parked_at < now() - interval '60 seconds' order by consumer, aggregate_id, version limit 20`,
  );
  for (const gap of gaps) logger.error(gap, 'An event before this one has not arrived for a minute.');
}
