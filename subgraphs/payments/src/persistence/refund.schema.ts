import { defineEntity, p } from '@mikro-orm/core';
import { Refund, refundStatuses } from '../domain/refund.js';

export const RefundSchema = defineEntity({
  class: Refund,
  tableName: 'refund',
  properties: {
    id: p.uuid().primary(),
    paymentId: p.uuid(),
    amountMinor: p.bigint('number'),
    currency: p.text(),
    reason: p.text().nullable(),
    requestedBy: p.uuid().nullable(),
    requestedAt: p.datetime(),
    status: p.enum(refundStatuses),
    providerReference: p.text().nullable(),
    failureMessage: p.text().nullable(),
    settledAt: p.datetime().nullable(),
  },
});
