import { z } from 'zod';
import { operation } from '../operations/operation.js';
import { text } from '../parameters/fields.js';
import { confirm, paymentMethodFrom } from './confirm.js';
import { findIntent } from './find-intent.js';
import { captureMethods } from './payment-intent.js';
import { presentPaymentIntent } from './present-payment-intent.js';
import { requireStatus } from './require-status.js';

const parameters = z.strictObject({
  capture_method: z.enum(captureMethods).optional(),
  payment_method: text.optional(),
  receipt_email: text.optional(),
  return_url: z.url().optional(),
});

export const confirmPaymentIntent = operation(parameters, (work, values, id) => {
  const intent = findIntent(work, id);
  requireStatus(work, intent, 'confirmed');
  const { paymentMethod } = intent;
  const changed = {
    ...intent,
    captureMethod: values.capture_method ?? intent.captureMethod,
    paymentMethod: values.payment_method ? paymentMethodFrom(values.payment_method, paymentMethod) : paymentMethod,
    receiptEmail: values.receipt_email ?? intent.receiptEmail,
    returnUrl: values.return_url ?? intent.returnUrl,
  };
  return presentPaymentIntent(work, confirm(work, changed));
});
