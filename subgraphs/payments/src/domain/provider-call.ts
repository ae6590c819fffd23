import type { Origin } from '@souk/kit/domain';
import type { Operation } from './payment-attempt.js';
import type { ProviderReport, RefundReport } from './provider-report.js';

/** An attempt that is due, taken on lease, with what must be known of its payment. */
export interface ProviderCall {
  attemptId: string;
  /** Raised with each lease: who holds an older one must not write. */
  epoch: number;
  operation: Operation;
  providerKey: string;
  amountMinor: number;
  refundId: string | null;
  /** How often it has been taken up, this time included. */
  tries: number;
  /** Older than the time for which providers surely remember a key. */
  isOld: boolean;
  /** The time to pay is over. */
  isLate: boolean;
  isLettingGo: boolean;
  /** Unwanted for so long that no earlier call can still be under way at the provider. */
  isQuiet: boolean;
  origin: Origin;
  payment: CalledPayment;
}

export interface CalledPayment {
  id: string;
  orderId: string;
  provider: string;
  paymentToken: string;
  providerReference: string | null;
  amountMinor: number;
  currency: string;
  requestedAt: Date;
}

/** How to go about a call. GIVE_UP: it was never made, and is not wanted any more. */
export type Approach = 'CALL' | 'LOOK_UP' | 'LOOK_UP_THEN_CALL' | 'GIVE_UP';

/** What came of it. NOTHING: the provider knows of no such payment. */
export type Finding =
  | { kind: 'PAYMENT'; report: ProviderReport }
  | { kind: 'REFUND'; report: RefundReport }
  | { kind: 'NOTHING'; isCertain: boolean };

export type Verdict = 'SUCCEEDED' | 'FAILED' | 'UNKNOWN';

/** After so many calls whose outcome is unknown, looking may tell more than asking again. */
const triesBeforeLooking = 3;

/** Decides whether to call, to look up first, or to look only because nobody wants the call's effect any more. */
export function approachTo(call: ProviderCall): Approach {
  const isUnwanted = call.isLettingGo || call.isLate;
  if (call.operation === 'AUTHORIZE' && isUnwanted) return call.tries === 1 ? 'GIVE_UP' : 'LOOK_UP';
  if (call.operation === 'AUTHORIZE' && call.payment.providerReference !== null) return 'LOOK_UP';
  if (call.operation === 'CAPTURE' && call.isLettingGo) return 'LOOK_UP';
  return call.isOld || call.tries > triesBeforeLooking ? 'LOOK_UP_THEN_CALL' : 'CALL';
}

const successes: Record<Operation, readonly string[]> = {
  AUTHORIZE: ['ACTION_REQUIRED', 'AUTHORIZED', 'CAPTURED'],
  CAPTURE: ['CAPTURED'],
  VOID: ['CANCELLED'],
  REFUND: ['SUCCEEDED'],
};

const failures: Record<Operation, readonly string[]> = {
  AUTHORIZE: ['DECLINED', 'CANCELLED'],
  CAPTURE: ['DECLINED', 'CANCELLED'],
  VOID: ['CAPTURED'],
  REFUND: ['FAILED'],
};

/** Says whether a finding settles an attempt. @param isLettingGo whether the payment is unwanted by now. */
export function verdictOn(operation: Operation, finding: Finding, isLettingGo: boolean): Verdict {
  if (finding.kind === 'NOTHING') return finding.isCertain ? 'FAILED' : 'UNKNOWN';
  const { status } = finding.report;
  if (successes[operation].includes(status)) return 'SUCCEEDED';
  const isLeftAlone = operation === 'CAPTURE' && isLettingGo && status === 'AUTHORIZED';
  return isLeftAlone || failures[operation].includes(status) ? 'FAILED' : 'UNKNOWN';
}
