import { textTable } from '@souk/kit/report';
import type { Difference } from '../domain/difference.js';
import type { RoundWindow } from '../domain/reconciliation-round.js';
import type { ReconciledPayment, Reconciliation } from '../use-cases/reconcile.js';

const headings = ['PAYMENT', 'AT THE PROVIDER', 'WHAT', 'HERE', 'THERE', ''];

/** What came of a round, for who asked for it. */
export function reportOf(
  { from, until }: RoundWindow,
  { counts, payments }: Reconciliation,
  isDryRun: boolean,
): string {
  const rows = payments.flatMap((payment) => rowsOf(payment, isDryRun));
  return [
    `Begun at a provider from ${from.toISOString()} until ${until.toISOString()}: ` +
      `${counts.paymentsCompared} payments and ${counts.refundsCompared} refunds compared.`,
    ...(rows.length > 0 ? ['', ...textTable([headings, ...rows]), ''] : []),
    isDryRun ? `${counts.reported} differences; nothing was changed.` : summaryOf(counts),
  ].join('\n');
}

function summaryOf({ repaired, reported, stillOpen, putOff }: Reconciliation['counts']): string {
  return `${repaired} repaired, ${reported} new for somebody to look at, ${stillOpen} open in all, ${putOff} left to the next round.`;
}

function rowsOf({ paymentId, reference, repaired, open }: ReconciledPayment, isDryRun: boolean): string[][] {
  const head = [paymentId ?? '–', reference];
  if (open === null && repaired.length === 0) return [[...head, 'on the move', '', '', 'left to the next round']];
  return [
    ...repaired.map((difference) => [...head, ...cellsOf(difference), 'repaired']),
    ...(open ?? []).map((difference) => [...head, ...cellsOf(difference), isDryRun ? '' : 'open']),
  ];
}

function cellsOf({ kind, subject, point, ours, theirs }: Difference): string[] {
  const what = `${subject.toLowerCase()} ${kind.replace('_', ' ').toLowerCase()}`;
  return [point === subject.toLowerCase() ? what : `${what} (${point})`, ours ?? '–', theirs ?? '–'];
}
