import { defineEvent, idField, moneyField } from '@souk/kit/contracts';
import { z } from 'zod';

const payment = z.object({ paymentId: idField, orderId: idField });

export const paymentActionRequiredV1 = defineEvent('payments.payment.action-required.v1', {
  schema: payment,
  consumers: ['orders', 'notifications'],
  description: 'The customer must approve the payment (3-D Secure) before the money is held.',
});

export const paymentAuthorizedV1 = defineEvent('payments.payment.authorized.v1', {
  schema: payment.extend({ amount: moneyField }),
  consumers: ['orders'],
  description: 'The money is held, not taken.',
});

export const paymentFailedV1 = defineEvent('payments.payment.failed.v1', {
  schema: payment.extend({
    code: z
      .enum(['PAYMENT_DECLINED', 'PAYMENT_EXPIRED'])
      .describe('PAYMENT_DECLINED for a refusal; PAYMENT_EXPIRED when the time was over.'),
    message: z.string().describe('What the customer may be told.'),
  }),
  consumers: ['orders'],
  description: 'The money could not be held; nothing was taken.',
});

export const paymentCapturedV1 = defineEvent('payments.payment.captured.v1', {
  schema: payment.extend({ amount: moneyField }),
  consumers: ['orders'],
  description: 'The money was taken.',
});

export const paymentCaptureFailedV1 = defineEvent('payments.payment.capture-failed.v1', {
  schema: payment.extend({ message: z.string() }),
  consumers: ['orders'],
  description: 'The money that was held could not be taken; nothing is held any more.',
});

export const paymentVoidedV1 = defineEvent('payments.payment.voided.v1', {
  schema: payment,
  consumers: ['orders'],
  description: 'The money that was held, or asked for, was let go.',
});

export const paymentRefundedV1 = defineEvent('payments.payment.refunded.v1', {
  schema: payment.extend({
    refundId: idField,
    amount: moneyField,
    refundedTotal: moneyField,
    isFull: z.boolean(),
    reason: z.string().nullable(),
  }),
  consumers: ['orders', 'notifications'],
  description: 'Money was given back.',
});
