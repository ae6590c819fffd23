import type { Payment } from './payment.js';
import type { PaymentStatus } from './payment-status.js';
import type { ProviderReport } from './provider-report.js';

/** What to do with a report that may be late, out of order or ahead of what we know. */
export type Weight = 'IGNORE' | 'APPLY' | 'FETCH';

/** How far a payment has come. What ends it before the money is taken has no place in this order. */
const stage: Record<PaymentStatus, number> = {
  REQUESTED: 0,
  ACTION_REQUIRED: 1,
  AUTHORIZED: 2,
  CAPTURED: 3,
  PARTIALLY_REFUNDED: 4,
  REFUNDED: 5,
  FAILED: 0,
  VOIDED: 0,
};

/**
 * Weighs a report that came by itself: one that would go back is ignored, the next step is applied, and where a step is
 * missing in between, or the report may have been overtaken, the present state has to be fetched.
 */
export function weigh(payment: Payment, report: ProviderReport): Weight {
  const isOver = payment.status === 'FAILED' || payment.status === 'VOIDED';
  switch (report.status) {
    case 'PROCESSING':
      return 'IGNORE';
    case 'DECLINED':
      return payment.authorizedMinor === 0 && !isOver ? 'FETCH' : 'IGNORE';
    case 'CANCELLED':
      return weighEnd(payment, report.authorizedMinor);
    case 'ACTION_REQUIRED':
      return payment.status === 'REQUESTED' ? 'APPLY' : 'IGNORE';
    case 'AUTHORIZED':
      if (payment.authorizedMinor > 0) return 'IGNORE';
      return isOver ? 'FETCH' : 'APPLY';
    case 'CAPTURED':
      if (payment.capturedMinor > 0) return 'IGNORE';
      return stage[payment.status] === stage.AUTHORIZED ? 'APPLY' : 'FETCH';
  }
}

/** A cancelled payment stays cancelled; only what had been held until then may be missing in the report. */
function weighEnd(payment: Payment, authorizedMinor: number | null): Weight {
  if (payment.capturedMinor > 0) return 'IGNORE';
  if (!payment.isOpen && payment.status !== 'REQUESTED') return 'IGNORE';
  return authorizedMinor === null && payment.authorizedMinor === 0 ? 'FETCH' : 'APPLY';
}
