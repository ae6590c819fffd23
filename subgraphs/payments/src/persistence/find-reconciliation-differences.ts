import { type Page, requireId } from '@souk/kit/graphql';
import type { EntityManager } from '@souk/kit/persistence';
import type { Difference, DifferenceStatus } from '../domain/difference.js';

/** A difference as it was written down. */
export interface KeptDifference extends Difference {
  id: string;
  provider: string;
  paymentReference: string;
  paymentId: string | null;
  status: DifferenceStatus;
  foundAt: string;
  endedAt: string | null;
}

/** What was found by comparing books, newest first: ids are in order of time. @throws {PublicError} BAD_USER_INPUT */
export function findReconciliationDifferences(
  em: EntityManager,
  { limit, after }: Page,
  { status }: { status?: DifferenceStatus | undefined },
): Promise<KeptDifference[]> {
  const before = after === undefined ? null : requireId(String(after[0]), 'after');
  return em.execute<KeptDifference[]>(
    `select id, provider, payment_reference as "paymentReference", payment_id as "paymentId", subject, kind, reference,
       point, ours, theirs, status, found_at as "foundAt", ended_at as "endedAt"
     from reconciliation_difference
     where (?::uuid is null or id < ?::uuid) and (?::text is null or status = ?::text)
     order by id desc limit ?`,
    [before, before, status ?? null, status ?? null, limit],
  );
}
