import { LedgerEntrySchema } from './ledger-entry.schema.js';
import { PaymentSchema } from './payment.schema.js';
import { PaymentAttemptSchema } from './payment-attempt.schema.js';
import { RefundSchema } from './refund.schema.js';

/** What the mapper knows of payments' tables. */
export const schemas = [PaymentSchema, PaymentAttemptSchema, RefundSchema, LedgerEntrySchema];
