import { expect, test } from '@jest/globals';
import { takeRecordedEvents } from '@souk/kit/domain';
import { aPaymentThatIs, now, refund, total } from '../../test/builders/a-payment.js';
import { InvalidAmountError, NotRefundableError, RefundExceedsCapturedError } from './payment.errors.js';

const wish = (amountMinor: number | null) => ({ amountMinor, reason: 'Broken.', requestedBy: null });

test('refunds in parts add up to a full one', () => {
  const payment = aPaymentThatIs('CAPTURED');
  refund(payment, 4_000);
  expect(payment.status).toBe('PARTIALLY_REFUNDED');
  refund(payment, null);
  expect(payment.status).toBe('REFUNDED');
  expect(takeRecordedEvents(payment)).toMatchObject([
    { amount: { amountMinor: 4_000 }, refundedTotal: { amountMinor: 4_000 }, isFull: false },
    { amount: { amountMinor: 6_000 }, refundedTotal: { amountMinor: total }, isFull: true },
  ]);
});

test('refunds that are promised count before they are through, and count no more when they fail', () => {
  const payment = aPaymentThatIs('CAPTURED');
  const promised = payment.requestRefund(wish(6_000), now);
  expect(() => payment.requestRefund(wish(4_001), now)).toThrow(RefundExceedsCapturedError);
  payment.failRefund(promised, 'The account is closed.', now);
  expect(promised).toMatchObject({ status: 'FAILED', failureMessage: 'The account is closed.' });
  expect(payment).toMatchObject({ status: 'CAPTURED', refundableMinor: total });
});

test('refunds that are through are through: neither a repeat nor a late failure changes them', () => {
  const payment = aPaymentThatIs('CAPTURED');
  const promised = payment.requestRefund(wish(1_000), now);
  payment.completeRefund(promised, 're_1', now);
  expect(payment.completeRefund(promised, 're_1', now)).toEqual([]);
  payment.failRefund(promised, 'late', now);
  expect(payment).toMatchObject({ refundedMinor: 1_000, refundingMinor: 0 });
  expect(promised.status).toBe('SUCCEEDED');
});

test.each([0, -1])('refunds of %d are refused', (amountMinor) => {
  expect(() => aPaymentThatIs('CAPTURED').requestRefund(wish(amountMinor), now)).toThrow(InvalidAmountError);
});

test('refunds of the rest are refused when there is none', () => {
  const payment = aPaymentThatIs('CAPTURED');
  payment.requestRefund(wish(null), now);
  expect(() => payment.requestRefund(wish(null), now)).toThrow(RefundExceedsCapturedError);
});

test.each(['REQUESTED', 'ACTION_REQUIRED', 'AUTHORIZED', 'FAILED', 'VOIDED'] as const)(
  'refunds of a payment that is %s are refused',
  (status) => {
    expect(() => aPaymentThatIs(status).requestRefund(wish(1), now)).toThrow(NotRefundableError);
  },
);
