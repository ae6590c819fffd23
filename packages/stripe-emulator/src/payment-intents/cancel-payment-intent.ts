import { z } from 'zod';
import { presentCharge } from '../charges/present-charge.js';
import { operation } from '../operations/operation.js';
import type { Work } from '../state/work.js';
import { findIntent } from './find-intent.js';
import type { PaymentIntent } from './payment-intent.js';
import { presentPaymentIntent } from './present-payment-intent.js';
import { requireStatus } from './require-status.js';
import { saveIntent } from './save-intent.js';

const parameters = z.strictObject({
  cancellation_reason: z.enum(['abandoned', 'duplicate', 'fraudulent', 'requested_by_customer']).optional(),
});

/** Ends an intent that has taken nothing, and lets go what it holds. */
export const cancelPaymentIntent = operation(parameters, (work, values, id) => {
  const intent = findIntent(work, id);
  requireStatus(work, intent, 'canceled');
  if (intent.status === 'requires_capture') release(work, intent);
  const canceled: PaymentIntent = {
    ...intent,
    status: 'canceled',
    canceledAt: work.now,
    cancellationReason: values.cancellation_reason ?? null,
  };
  return presentPaymentIntent(work, saveIntent(work, canceled, 'payment_intent.canceled'));
});

function release(work: Work, intent: PaymentIntent): void {
  const charge = work.find('charges', intent.latestChargeId!)!;
  const released = work.put('charges', { ...charge, amountReleased: charge.amount });
  work.emit('charge.refunded', presentCharge(released));
}
