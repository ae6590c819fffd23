import { z } from 'zod';
import { invalidRequest } from '../failures/stripe-failure.js';
import { operation } from '../operations/operation.js';
import { amount, mergeMetadata, metadata } from '../parameters/fields.js';
import { findIntent } from './find-intent.js';
import { presentPaymentIntent } from './present-payment-intent.js';
import { requireStatus } from './require-status.js';
import { saveIntent } from './save-intent.js';

const parameters = z.strictObject({
  amount_to_capture: amount.optional(),
  metadata: metadata.optional(),
  statement_descriptor_suffix: z.string().max(22).optional(),
});

/** Takes held money, or a part of it; the rest is let go. */
export const capturePaymentIntent = operation(parameters, (work, values, id) => {
  const intent = findIntent(work, id);
  requireStatus(work, intent, 'captured');
  const taken = values.amount_to_capture ?? intent.amount;
  if (taken > intent.amount) throw tooMuch(taken, intent.amount);
  const charge = work.find('charges', intent.latestChargeId!)!;
  work.put('charges', { ...charge, captured: true, amountCaptured: taken, amountReleased: charge.amount - taken });
  const captured = { ...intent, status: 'succeeded' as const, amountReceived: taken };
  const kept = { ...captured, metadata: mergeMetadata(intent.metadata, values.metadata) };
  return presentPaymentIntent(work, saveIntent(work, kept, 'payment_intent.succeeded'));
});

function tooMuch(asked: number, held: number) {
  const message = `The amount to capture (${asked}) is greater than the amount that is held (${held}).`;
  return invalidRequest(message, { code: 'amount_too_large', param: 'amount_to_capture' });
}
