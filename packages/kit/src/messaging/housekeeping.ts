import type { EntityManager } from '../persistence/index.js';
import { keptDays } from './kept-days.js';

/** Forgets published rows that can no longer be published again, and inbox rows of what can no longer be delivered. */
export async function forgetOldMessages(em: EntityManager): Promise<void> {
  await em.execute(`delete from outbox where published_at < now() - ? * interval '1 day'`, [keptDays.publishedOutbox]);
  await em.execute(`delete from inbox where handled_at < now() - ? * interval '1 day'`, [keptDays.inbox]);
}
