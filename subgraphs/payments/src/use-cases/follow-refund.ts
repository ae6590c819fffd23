import type { EntityManager } from '@souk/kit/persistence';
import type { Payment } from '../domain/payment.js';
import type { RefundReport } from '../domain/provider-report.js';
import type { Refund } from '../domain/refund.js';
import { writeLedger } from './write-ledger.js';

/** Takes note of what the provider says of a refund. The payment must be locked. */
export function followRefund(
  em: EntityManager,
  { payment, refund }: { payment: Payment; refund: Refund },
  report: RefundReport,
  now: Date,
): void {
  if (report.status === 'FAILED') payment.failRefund(refund, report.message, now);
  if (report.status !== 'SUCCEEDED') return;
  writeLedger(em, payment, payment.completeRefund(refund, report.reference, now), now);
}
