import { defineEntity, p } from '@mikro-orm/core';
import type { Origin } from '@souk/kit/domain';
import { attemptStates, operations, PaymentAttempt } from '../domain/payment-attempt.js';

/** Leases, tries and answers are the database's own business and not mapped. */
export const PaymentAttemptSchema = defineEntity({
  class: PaymentAttempt,
  tableName: 'payment_attempt',
  properties: {
    id: p.uuid().primary(),
    paymentId: p.uuid(),
    refundId: p.uuid().nullable(),
    operation: p.enum(operations),
    providerKey: p.text(),
    state: p.enum(attemptStates),
    amountMinor: p.bigint('number'),
    origin: p.json<Origin>(),
  },
});
