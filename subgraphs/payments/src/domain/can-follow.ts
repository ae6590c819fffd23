import type { Payment } from './payment.js';
import type { ProviderReport } from './provider-report.js';

/** Whether what a provider says of a payment can still happen to it, or leads to a call that is missing. */
export function canFollow(payment: Payment, report: ProviderReport): boolean {
  const isOver = payment.status === 'FAILED' || payment.status === 'VOIDED';
  switch (report.status) {
    case 'PROCESSING':
      return false;
    case 'ACTION_REQUIRED':
    case 'DECLINED':
      return payment.authorizedMinor === 0;
    case 'AUTHORIZED':
      return payment.capturedMinor === 0 && (payment.authorizedMinor === 0 || payment.neededCall !== null);
    case 'CAPTURED':
      return payment.capturedMinor === 0;
    case 'CANCELLED':
      return payment.capturedMinor === 0 && (payment.isOpen || !isOver);
  }
}
