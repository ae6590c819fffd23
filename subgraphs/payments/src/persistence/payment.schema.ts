import { defineEntity, p } from '@mikro-orm/core';
import { aggregateColumns } from '@souk/kit/persistence';
import { Payment } from '../domain/payment.js';
import type { PaymentFailure } from '../domain/payment-failure.js';
import { paymentStatuses } from '../domain/payment-status.js';
import type { NextAction } from '../domain/provider-report.js';

export const PaymentSchema = defineEntity({
  class: Payment,
  tableName: 'payment',
  properties: {
    ...aggregateColumns,
    orderId: p.uuid(),
    customerId: p.uuid(),
    status: p.enum(paymentStatuses).accessor('_status'),
    provider: p.text(),
    paymentToken: p.text(),
    providerReference: p.text().nullable(),
    isOpen: p.boolean(),
    currency: p.text(),
    amountMinor: p.bigint('number'),
    authorizedMinor: p.bigint('number'),
    releasedMinor: p.bigint('number'),
    capturedMinor: p.bigint('number'),
    refundedMinor: p.bigint('number'),
    refundingMinor: p.bigint('number'),
    nextAction: p.json<NextAction>().nullable(),
    failure: p.json<PaymentFailure>().nullable(),
    payBy: p.datetime(),
    requestedAt: p.datetime(),
    captureRequestedAt: p.datetime().nullable(),
    cancelRequestedAt: p.datetime().nullable(),
    expiredAt: p.datetime().nullable(),
  },
});
