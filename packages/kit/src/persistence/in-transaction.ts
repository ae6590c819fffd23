import { OptimisticLockError } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';

/** PostgreSQL's codes for "try the whole transaction again": serialisation failure, deadlock. */
const retryableCodes = new Set(['40001', '40P01']);
const maxTries = 8;

/** Whether running the whole piece of work again, from the reading on, may succeed. */
export function isRetryable(error: unknown): boolean {
  if (error instanceof OptimisticLockError) return true;
  const code = (error as { code?: unknown }).code;
  return (typeof code === 'string' && retryableCodes.has(code)) || isLostRaceForVersion(error);
}

/** Two transactions that recorded the same event number of one aggregate: the later one lost. */
function isLostRaceForVersion(error: unknown): boolean {
  const constraint = (error as { constraint?: unknown }).constraint;
  return constraint === 'outbox_aggregate_type_aggregate_id_event_version_type_key';
}

/**
 * Runs `work` in a transaction with an entity manager of its own, flushes, commits, and runs it again from the start when
 * another transaction was faster. Never call the outside world inside.
 */
export async function inTransaction<Result>(
  em: EntityManager,
  work: (em: EntityManager) => Promise<Result>,
): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await em.fork({ clear: true }).transactional(work);
    } catch (error) {
      if (tries >= maxTries || !isRetryable(error)) throw error;
      await pause(Math.random() * 10 * 2 ** tries);
    }
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
