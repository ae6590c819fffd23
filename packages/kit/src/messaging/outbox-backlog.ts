import { PublicError } from '../domain/index.js';
import type { EntityManager } from '../persistence/index.js';

/** From how old an unpublished event on others are told that something is wrong, in seconds. */
const lateSeconds = 60;
/** How many events may wait before nothing more is taken on that would publish others. */
export const largestBacklog = 100_000;

/** How much waits to be published, as it was when last measured. */
export class OutboxBacklog {
  private isFull = false;
  private isLate = false;

  async measure(em: EntityManager): Promise<void> {
    const [row] = await em.execute<{ waiting: number; late: boolean }[]>(
      `select (select count(*)::int from (select from outbox where published_at is null limit ?::int) waiting) as waiting,
         coalesce((select created_at < now() - ?::int * interval '1 second' from outbox
           where published_at is null order by id limit 1), false) as late`,
      [largestBacklog + 1, lateSeconds],
    );
    this.isFull = (row?.waiting ?? 0) > largestBacklog;
    this.isLate = row?.late ?? false;
  }

  /** @throws {Error} when an event has been waiting for longer than a minute. */
  mustBeOnTime(): void {
    if (this.isLate) throw new Error('Events have been waiting for more than a minute to be published.');
  }

  /** @throws {PublicError} SERVICE_UNAVAILABLE when so much waits that more would only grow without end. */
  mustHaveRoom(): void {
    if (!this.isFull) return;
    throw new PublicError('SERVICE_UNAVAILABLE', 'Too much waits to be passed on; try again.', { retryAfterMs: 5_000 });
  }
}
