import { newId } from '@souk/kit/domain';
import { type EntityManager, inTransaction } from '@souk/kit/persistence';
import { type Difference, type DifferenceStatus, isSame } from '../domain/difference.js';

/** Which payment of a provider's differences are about. */
export interface DifferentPayment {
  provider: string;
  /** By the provider's name for it. */
  paymentReference: string;
  /** Ours; null when we have none. */
  paymentId: string | null;
}

export interface Findings {
  /** What the provider's own news has mended. */
  repaired: readonly Difference[];
  /** What waits for somebody; null: nobody can say yet, so what was open stays open. */
  open: readonly Difference[] | null;
}

interface OpenRow extends Difference {
  id: string;
}

/**
 * Writes down in what a payment's books differ: what was mended, and what waits for somebody, once for as long as it lasts.
 * What was open and is not found any more is gone. Returns what is open and was not known.
 */
export function keepDifferences(em: EntityManager, about: DifferentPayment, findings: Findings): Promise<Difference[]> {
  return inTransaction(em, async (transaction) => {
    const known = await lockOpen(transaction, about);
    const { repaired, open } = findings;
    for (const row of known) {
      const status = statusAfter(row, findings);
      if (status !== 'OPEN') await endDifference(transaction, row.id, status);
    }
    const found = (open ?? []).filter((difference) => !isAmong(known, difference));
    for (const difference of found) await insert(transaction, about, difference, 'OPEN');
    for (const difference of repaired) {
      if (!isAmong(known, difference)) await insert(transaction, about, difference, 'REPAIRED');
    }
    return found;
  });
}

function statusAfter(known: Difference, { repaired, open }: Findings): DifferenceStatus {
  if (isAmong(repaired, known)) return 'REPAIRED';
  return open === null || isAmong(open, known) ? 'OPEN' : 'GONE';
}

function isAmong(differences: readonly Difference[], wanted: Difference): boolean {
  return differences.some((difference) => isSame(difference, wanted));
}

/** The payments of a provider of which something is open, those that have waited longest first. */
export async function findOpenReferences(em: EntityManager, provider: string, limit: number): Promise<string[]> {
  const rows = await em.execute<{ payment_reference: string }[]>(
    `select payment_reference from reconciliation_difference where provider = ? and status = 'OPEN'
     group by payment_reference order by min(found_at) limit ?`,
    [provider, limit],
  );
  return rows.map((row) => row.payment_reference);
}

export async function countOpenDifferences(em: EntityManager): Promise<number> {
  const [row] = await em.execute<{ count: string }[]>(
    `select count(*) as count from reconciliation_difference where status = 'OPEN'`,
  );
  return Number(row?.count ?? 0);
}

function lockOpen(em: EntityManager, { provider, paymentReference }: DifferentPayment): Promise<OpenRow[]> {
  return em.execute<OpenRow[]>(
    `select id, subject, kind, reference, point, ours, theirs from reconciliation_difference
     where provider = ? and payment_reference = ? and status = 'OPEN' for update`,
    [provider, paymentReference],
  );
}

async function endDifference(em: EntityManager, id: string, status: 'REPAIRED' | 'GONE'): Promise<void> {
  await em.execute('update reconciliation_difference set status = ?, ended_at = now() where id = ?', [status, id]);
}

async function insert(
  em: EntityManager,
  { provider, paymentReference, paymentId }: DifferentPayment,
  { subject, kind, reference, point, ours, theirs }: Difference,
  status: 'OPEN' | 'REPAIRED',
): Promise<void> {
  await em.execute(
    `insert into reconciliation_difference
       (id, provider, payment_reference, payment_id, subject, kind, reference, point, ours, theirs, status, ended_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, case ?::text when 'OPEN' then null else now() end)`,
    [newId(), provider, paymentReference, paymentId, subject, kind, reference, point, ours, theirs, status, status],
  );
}
