import { expect, test } from '@jest/globals';
import { aPayment, aPaymentThatIs, now, reports, total } from '../../test/builders/a-payment.js';
import { type PaymentStatus, paymentStatuses } from './payment-status.js';
import type { ProviderReport } from './provider-report.js';
import { type Weight, weigh } from './weigh-report.js';

type Told = ProviderReport['status'];
const ignored: Record<Told, Weight> = {
  PROCESSING: 'IGNORE',
  ACTION_REQUIRED: 'IGNORE',
  AUTHORIZED: 'IGNORE',
  CAPTURED: 'IGNORE',
  DECLINED: 'IGNORE',
  CANCELLED: 'IGNORE',
};

const weights: Record<PaymentStatus, Record<Told, Weight>> = {
  REQUESTED: {
    PROCESSING: 'IGNORE',
    ACTION_REQUIRED: 'APPLY',
    AUTHORIZED: 'APPLY',
    CAPTURED: 'FETCH',
    DECLINED: 'FETCH',
    CANCELLED: 'FETCH',
  },
  ACTION_REQUIRED: {
    PROCESSING: 'IGNORE',
    ACTION_REQUIRED: 'IGNORE',
    AUTHORIZED: 'APPLY',
    CAPTURED: 'FETCH',
    DECLINED: 'FETCH',
    CANCELLED: 'FETCH',
  },
  AUTHORIZED: { ...ignored, CAPTURED: 'APPLY', CANCELLED: 'APPLY' },
  CAPTURED: ignored,
  PARTIALLY_REFUNDED: ignored,
  REFUNDED: ignored,
  FAILED: { ...ignored, AUTHORIZED: 'FETCH', CAPTURED: 'FETCH', CANCELLED: 'FETCH' },
  VOIDED: { ...ignored, CAPTURED: 'FETCH' },
};

test.each(paymentStatuses.flatMap((status) => Object.values(reports).map((report) => ({ status, report }))))(
  'a payment that is $status and is told $report.status',
  ({ status, report }) => {
    expect(weigh(aPaymentThatIs(status), report)).toBe(weights[status][report.status]);
  },
);

test('a payment that was given up while nothing was known asks when it hears of held money', () => {
  const payment = aPayment();
  payment.requestCancel(now);
  payment.giveUp();
  expect(weigh(payment, reports.AUTHORIZED)).toBe('FETCH');
});

test('a cancellation that says what had been held needs no question', () => {
  expect(weigh(aPaymentThatIs('ACTION_REQUIRED'), { ...reports.CANCELLED, authorizedMinor: total })).toBe('APPLY');
});
