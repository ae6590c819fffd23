import { invalidRequest } from '../failures/stripe-failure.js';
import type { Work } from '../state/work.js';
import type { IntentStatus, PaymentIntent } from './payment-intent.js';
import { presentPaymentIntent } from './present-payment-intent.js';

/** From which statuses each thing may be done to an intent. */
export const allowedStatuses = {
  confirmed: ['requires_payment_method', 'requires_confirmation', 'requires_action'],
  captured: ['requires_capture'],
  canceled: ['requires_payment_method', 'requires_capture', 'requires_confirmation', 'requires_action'],
  'given another amount': ['requires_payment_method', 'requires_confirmation', 'requires_action'],
  authenticated: ['requires_action'],
} as const satisfies Record<string, readonly IntentStatus[]>;

/** @throws {StripeFailure} payment_intent_unexpected_state */
export function requireStatus(work: Work, intent: PaymentIntent, action: keyof typeof allowedStatuses): void {
  const allowed: readonly IntentStatus[] = allowedStatuses[action];
  if (allowed.includes(intent.status)) return;
  throw unexpectedState(
    work,
    intent,
    `This PaymentIntent could not be ${action} because it has a status of ${intent.status}. ` +
      `Only a PaymentIntent with one of the following statuses may be ${action}: ${allowed.join(', ')}.`,
  );
}

export function unexpectedState(work: Work, intent: PaymentIntent, message: string) {
  return invalidRequest(message, {
    code: 'payment_intent_unexpected_state',
    payment_intent: presentPaymentIntent(work, intent),
  });
}
