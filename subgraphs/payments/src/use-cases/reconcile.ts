import type { Logger } from '@souk/kit/observability';
import type { Difference } from '../domain/difference.js';
import type { RoundCounts, RoundWindow } from '../domain/reconciliation-round.js';
import { countOpenDifferences, keepDifferences } from '../persistence/reconciliation-differences.js';
import { type Examination, examinePayment } from './examine-payment.js';
import { findSuspects } from './find-suspects.js';
import type { ProviderWork, ReconciliationWork } from './reconciliation-work.js';

/** One payment in which something differed. */
export interface ReconciledPayment extends Examination {
  provider: string;
  reference: string;
}

export interface Reconciliation {
  counts: RoundCounts;
  payments: ReconciledPayment[];
}

/**
 * Compares what providers have of a window with our payments, refunds and ledger, repairs what the provider's news
 * explains, and reports the rest.
 * @throws {ProviderUnavailable} when a provider cannot be read; what was done until then stays done.
 */
export async function reconcile(work: ReconciliationWork, window: RoundWindow): Promise<Reconciliation> {
  const counts = { paymentsCompared: 0, refundsCompared: 0, repaired: 0, putOff: 0, reported: 0, stillOpen: 0 };
  const payments: ReconciledPayment[] = [];
  for (const [name, provider] of work.providers) {
    const providerWork = { ...work, name, provider };
    const suspects = await findSuspects(providerWork, window);
    counts.paymentsCompared += suspects.paymentsCompared;
    counts.refundsCompared += suspects.refundsCompared;
    for (const reference of suspects.references) {
      await work.stillHere();
      const examination = await examinePayment(providerWork, reference, window.until);
      counts.repaired += examination.repaired.length;
      counts.putOff += examination.open ? 0 : 1;
      counts.reported += await keep(providerWork, reference, examination);
      if (isDifferent(examination)) payments.push({ provider: name, reference, ...examination });
    }
  }
  return { counts: { ...counts, stillOpen: await countOpenDifferences(work.em) }, payments };
}

function isDifferent({ repaired, open }: Examination): boolean {
  return repaired.length > 0 || open === null || open.length > 0;
}

/** Writes the findings down; raises an alarm for each that nobody knew of, and returns their number. */
async function keep(work: ProviderWork, paymentReference: string, examination: Examination): Promise<number> {
  const { em, name: provider, logger, isDryRun } = work;
  const { paymentId, repaired, open } = examination;
  if (isDryRun) return open?.length ?? 0;
  const about = { provider, paymentReference, paymentId };
  const found = await keepDifferences(em, about, { repaired, open });
  for (const difference of found) raiseAlarm(logger, { ...about, ...difference });
  return found.length;
}

function raiseAlarm(logger: Logger, about: Difference & { paymentId: string | null }): void {
  logger.error(
    { code: 'RECONCILIATION_DIFFERENCE', ...about },
    'The provider and we do not agree on money, and nothing explains it: somebody must look.',
  );
}
