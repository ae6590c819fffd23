import { z } from 'zod';
import { type Charge, refundable } from '../charges/charge.js';
import { presentCharge } from '../charges/present-charge.js';
import { invalidRequest, noSuch } from '../failures/stripe-failure.js';
import { operation } from '../operations/operation.js';
import { amount, mergeMetadata, metadata, text } from '../parameters/fields.js';
import { newId } from '../state/new-id.js';
import type { Work } from '../state/work.js';
import { presentRefund } from './present-refund.js';
import { refundReasons } from './refund.js';

const parameters = z
  .strictObject({
    amount: amount.optional(),
    charge: text.optional(),
    metadata: metadata.optional(),
    payment_intent: text.optional(),
    reason: z.enum(refundReasons).optional(),
  })
  .refine((values) => values.charge || values.payment_intent, {
    path: ['payment_intent'],
    message: 'One of the following params should be provided for this request: payment_intent or charge.',
  });

type RefundParameters = z.infer<typeof parameters>;

/** Gives taken money back, never more than was taken. */
export const createRefund = operation(parameters, (work, values) => {
  const charge = chargeToRefund(work, values);
  const given = values.amount ?? refundable(charge);
  requireRefundable(charge, given);
  const refund = work.put('refunds', {
    id: newId('re'),
    created: work.now,
    chargeId: charge.id,
    intentId: charge.intentId,
    amount: given,
    currency: charge.currency,
    reason: values.reason ?? null,
    metadata: mergeMetadata({}, values.metadata),
  });
  const refunded = work.put('charges', { ...charge, amountRefunded: charge.amountRefunded + given });
  work.emit('refund.created', presentRefund(refund));
  work.emit('charge.refunded', presentCharge(refunded));
  return presentRefund(refund);
});

function chargeToRefund(work: Work, values: RefundParameters): Charge {
  if (values.charge) return found(work.find('charges', values.charge), 'charge', values.charge);
  const intentId = values.payment_intent!;
  const intent = found(work.find('intents', intentId), 'payment_intent', intentId);
  const charge = intent.latestChargeId ? work.find('charges', intent.latestChargeId) : undefined;
  if (charge && !charge.decline) return charge;
  throw invalidRequest(`This PaymentIntent (${intentId}) does not have a successful charge to refund.`);
}

function found<Kept>(value: Kept | undefined, kind: string, id: string): Kept {
  if (value === undefined) throw noSuch(kind, id, kind);
  return value;
}

function requireRefundable(charge: Charge, asked: number): void {
  if (!charge.captured) {
    throw invalidRequest(`Charge ${charge.id} is not captured. Cancel its PaymentIntent to let the money go.`);
  }
  const left = refundable(charge);
  if (left === 0) {
    throw invalidRequest(`Charge ${charge.id} has already been refunded.`, { code: 'charge_already_refunded' });
  }
  if (asked > left) {
    const message = `Refund amount (${asked}) is greater than unrefunded amount on charge (${left})`;
    throw invalidRequest(message, { param: 'amount' });
  }
}
