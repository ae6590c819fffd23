import { compareFigures } from './compare-figures.js';
import { compareRefunds } from './compare-refunds.js';
import type { Difference } from './difference.js';
import type { Payment } from './payment.js';
import type { OurBooks, ProviderBooks } from './payment-books.js';
import type { ProviderPayment } from './provider-report.js';

/**
 * Says in what our books of a payment differ from the provider's, while nothing is being asked of the provider. Null:
 * there are none on that side.
 */
export function compareBooks(ours: OurBooks | null, theirs: ProviderBooks | null): Difference[] {
  if (!ours) return theirs && hasMoney(theirs.payment) ? [missingHere(theirs.payment)] : [];
  if (!theirs) return ours.payment.providerReference ? [missingThere(ours.payment)] : [];
  const [state, refunds] = [compareState(ours.payment, theirs.payment), compareRefunds(ours, theirs.refunds)];
  // What differs in state differs in amounts as well: that is said once.
  const alike = { state: state.length === 0, refunds: refunds.length === 0 };
  return [
    ...compareCurrency(ours.payment, theirs.payment),
    ...state,
    ...compareFigures(ours, theirs, alike),
    ...refunds,
  ];
}

/** What holds and takes no money, and is none of ours, is of no concern. */
function hasMoney({ report: { status } }: ProviderPayment): boolean {
  return status === 'AUTHORIZED' || status === 'CAPTURED';
}

function missingHere({ reference, report, amountMinor, currency }: ProviderPayment): Difference {
  const theirs = `${report.status} ${amountMinor} ${currency}`;
  return { kind: 'MISSING_HERE', subject: 'PAYMENT', reference, point: 'payment', ours: null, theirs };
}

function missingThere({ id, status, amountMinor, currency, providerReference }: Payment): Difference {
  const reference = providerReference ?? id;
  const ours = `${status} ${amountMinor} ${currency}`;
  return { kind: 'MISSING_THERE', subject: 'PAYMENT', reference, point: 'payment', ours, theirs: null };
}

function compareCurrency(payment: Payment, { currency, reference }: ProviderPayment): Difference[] {
  if (payment.currency === currency) return [];
  const sides = { ours: payment.currency, theirs: currency };
  return [{ kind: 'CURRENCY_DIFFERS', subject: 'PAYMENT', reference, point: 'currency', ...sides }];
}

function compareState(payment: Payment, { reference, report }: ProviderPayment): Difference[] {
  const isKnown = payment.providerReference === reference;
  if (isKnown && payment.neededCall === null && agrees(payment, report.status)) return [];
  const ours = isKnown ? payment.status : `${payment.status}, as ${payment.providerReference ?? 'nothing there'}`;
  return [{ kind: 'STATE_DIFFERS', subject: 'PAYMENT', reference, point: 'status', ours, theirs: report.status }];
}

/** Whether a payment stands as it should when the provider says this of it and no call is under way. */
function agrees(payment: Payment, theirs: ProviderPayment['report']['status']): boolean {
  const isOver = payment.status === 'FAILED' || payment.status === 'VOIDED';
  const isTaken = ['CAPTURED', 'PARTIALLY_REFUNDED', 'REFUNDED'].includes(payment.status);
  switch (theirs) {
    case 'PROCESSING':
      return true;
    case 'ACTION_REQUIRED':
    case 'AUTHORIZED':
      return payment.status === theirs;
    case 'CAPTURED':
      return payment.capturedMinor > 0 && (isTaken || isOver);
    case 'DECLINED':
      // A refusal ends a payment here, and what is open at the provider is closed.
      return false;
    case 'CANCELLED':
      return isOver && !payment.isOpen && payment.capturedMinor === 0;
  }
}
