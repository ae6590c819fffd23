import { z } from 'zod';
import { operation } from '../operations/operation.js';
import { amount, mergeMetadata, metadata, text } from '../parameters/fields.js';
import { findIntent } from './find-intent.js';
import { presentPaymentIntent } from './present-payment-intent.js';
import { requireStatus } from './require-status.js';

const parameters = z.strictObject({
  amount: amount.optional(),
  description: text.optional(),
  metadata: metadata.optional(),
  receipt_email: text.optional(),
});

export const updatePaymentIntent = operation(parameters, (work, values, id) => {
  const intent = findIntent(work, id);
  if (values.amount !== undefined) requireStatus(work, intent, 'given another amount');
  const changed = work.put('intents', {
    ...intent,
    amount: values.amount ?? intent.amount,
    description: values.description ?? intent.description,
    metadata: mergeMetadata(intent.metadata, values.metadata),
    receiptEmail: values.receipt_email ?? intent.receiptEmail,
  });
  return presentPaymentIntent(work, changed);
});
