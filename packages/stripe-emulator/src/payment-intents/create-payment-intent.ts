import { z } from 'zod';
import { operation } from '../operations/operation.js';
import { amount, boolean, currency, mergeMetadata, metadata, text } from '../parameters/fields.js';
import { newId, randomText } from '../state/new-id.js';
import type { Work } from '../state/work.js';
import { confirm, paymentMethodFrom } from './confirm.js';
import { type AutomaticPaymentMethods, captureMethods, type PaymentIntent } from './payment-intent.js';
import { presentPaymentIntent } from './present-payment-intent.js';
import { saveIntent } from './save-intent.js';

const card = z.literal('card', { error: 'Only card payments are emulated.' });

const parameters = z
  .strictObject({
    allowed_payment_method_types: z.array(card).min(1).optional(),
    amount,
    currency,
    automatic_payment_methods: z
      .strictObject({ enabled: boolean, allow_redirects: z.enum(['always', 'never']).optional() })
      .optional(),
    capture_method: z.enum(captureMethods).optional(),
    confirm: boolean.optional(),
    description: text.optional(),
    metadata: metadata.optional(),
    payment_method: text.optional(),
    receipt_email: text.optional(),
    return_url: z.url().optional(),
    statement_descriptor_suffix: z.string().max(22).optional(),
  })
  .refine((values) => !values.return_url || values.confirm, {
    path: ['return_url'],
    message: 'You can only pass in a `return_url` if you are also passing in `confirm=true`.',
  });

type CreateParameters = z.infer<typeof parameters>;

export const createPaymentIntent = operation(parameters, (work, values) => {
  const intent = saveIntent(work, newIntent(work, values), 'payment_intent.created');
  return presentPaymentIntent(work, values.confirm ? confirm(work, intent) : intent);
});

function newIntent(work: Work, values: CreateParameters): PaymentIntent {
  const id = newId('pi');
  const paymentMethod = values.payment_method ? paymentMethodFrom(values.payment_method) : null;
  return {
    id,
    created: work.now,
    amount: values.amount,
    amountReceived: 0,
    currency: values.currency,
    status: paymentMethod ? 'requires_confirmation' : 'requires_payment_method',
    captureMethod: values.capture_method ?? 'automatic_async',
    clientSecret: `${id}_secret_${randomText(25)}`,
    metadata: mergeMetadata({}, values.metadata),
    description: values.description ?? null,
    receiptEmail: values.receipt_email ?? null,
    statementDescriptorSuffix: values.statement_descriptor_suffix ?? null,
    allowedTypes: values.allowed_payment_method_types ?? null,
    automaticPaymentMethods: automaticPaymentMethods(values),
    returnUrl: values.return_url ?? null,
    paymentMethod,
    latestChargeId: null,
    lastPaymentError: null,
    canceledAt: null,
    cancellationReason: null,
  };
}

/** Unless it is told otherwise, Stripe turns on whatever the account accepts, ways that redirect included. */
function automaticPaymentMethods({
  automatic_payment_methods: automatic,
}: CreateParameters): AutomaticPaymentMethods | null {
  if (automatic?.enabled === false) return null;
  return { enabled: true, allow_redirects: automatic?.allow_redirects ?? 'always' };
}
