import { describe, expect, test } from '@jest/globals';
import { takeRecordedEvents } from '@souk/kit/domain';
import { aPayment, aPaymentThatIs, now, reports, total, typesOf } from '../../test/builders/a-payment.js';
import { ContradictoryReportError, ForeignReferenceError } from './payment.errors.js';
import { paymentStatuses } from './payment-status.js';

/** What can still be said of money that was let go. */
const uncontradictory = Object.values(reports).filter(({ status }) => status !== 'CAPTURED');

describe('what the provider says', () => {
  test('held money makes a payment AUTHORIZED, and says how much', () => {
    const payment = aPayment();
    expect(payment.follow(reports.AUTHORIZED)).toEqual([{ kind: 'AUTHORIZED', amountMinor: total }]);
    expect(payment.status).toBe('AUTHORIZED');
    expect(takeRecordedEvents(payment)).toMatchObject([
      { type: 'PaymentAuthorized', orderId: payment.orderId, amount: { amountMinor: total, currency: 'EUR' } },
    ]);
  });

  test('a customer who must approve is told where, until it is decided', () => {
    const payment = aPayment();
    payment.follow(reports.ACTION_REQUIRED);
    expect(payment.nextAction).toEqual(reports.ACTION_REQUIRED.nextAction);
    payment.follow(reports.AUTHORIZED);
    expect(payment.nextAction).toBeNull();
    expect(typesOf(payment)).toEqual(['PaymentActionRequired', 'PaymentAuthorized']);
  });

  test('a decline ends the payment with what the customer may be told, and leaves something to close', () => {
    const payment = aPayment();
    payment.follow(reports.DECLINED);
    expect(payment.failure).toEqual({ code: 'PAYMENT_DECLINED', message: 'Your card was declined.' });
    expect(payment.neededCall).toBe('VOID');
    expect(payment.follow(reports.CANCELLED)).toEqual([]);
    expect(payment.neededCall).toBeNull();
    expect(typesOf(payment)).toEqual(['PaymentFailed']);
  });

  test('a refusal before anything was begun leaves nothing to close', () => {
    const payment = aPayment();
    payment.follow({ ...reports.DECLINED, reference: null });
    expect(payment.neededCall).toBeNull();
  });

  test('captured money that we have not known to be held is held and taken at once', () => {
    const payment = aPayment();
    expect(payment.follow(reports.CAPTURED)).toEqual([
      { kind: 'AUTHORIZED', amountMinor: total },
      { kind: 'CAPTURED', amountMinor: total },
    ]);
    expect(typesOf(payment)).toEqual(['PaymentAuthorized', 'PaymentCaptured']);
  });

  test('what is held beyond the captured amount is let go', () => {
    const payment = aPaymentThatIs('AUTHORIZED');
    expect(payment.follow({ ...reports.CAPTURED, capturedMinor: 9_000 })).toEqual([
      { kind: 'CAPTURED', amountMinor: 9_000 },
      { kind: 'RELEASED', amountMinor: 1_000 },
    ]);
  });

  test('a report about another payment of the provider is refused', () => {
    const payment = aPaymentThatIs('AUTHORIZED');
    expect(() => payment.follow({ ...reports.CAPTURED, reference: 'pi_2' })).toThrow(ForeignReferenceError);
  });

  test('money that was let go cannot have been taken', () => {
    expect(() => aPaymentThatIs('VOIDED').follow(reports.CAPTURED)).toThrow(ContradictoryReportError);
  });

  test.each(Object.values(reports))('hearing $status twice changes nothing more', (report) => {
    const payment = aPayment();
    payment.follow(report);
    const { status } = payment;
    takeRecordedEvents(payment);
    expect(payment.follow(report)).toEqual([]);
    expect(payment.status).toBe(status);
    expect(typesOf(payment)).toEqual([]);
  });

  test.each(
    (['CAPTURED', 'PARTIALLY_REFUNDED', 'REFUNDED'] as const).flatMap((status) =>
      Object.values(reports).map((report) => ({ status, report })),
    ),
  )('a payment that is $status does not go back when it hears $report.status', ({ status, report }) => {
    const payment = aPaymentThatIs(status);
    expect(payment.follow(report)).toEqual([]);
    expect(payment.status).toBe(status);
    expect(typesOf(payment)).toEqual([]);
  });

  test.each([
    ...Object.values(reports).map((report) => ({ status: 'FAILED' as const, report })),
    ...uncontradictory.map((report) => ({ status: 'VOIDED' as const, report })),
  ])('a payment that is $status stays so when it hears $report.status', ({ status, report }) => {
    const payment = aPaymentThatIs(status);
    payment.follow(report);
    expect(payment.status).toBe(status);
  });
});

describe('capture', () => {
  test('is needed once the order is confirmed and the money held, in whichever order', () => {
    const held = aPaymentThatIs('AUTHORIZED');
    expect(held.neededCall).toBeNull();
    held.requestCapture(now);
    expect(held.neededCall).toBe('CAPTURE');
    const confirmed = aPayment();
    confirmed.requestCapture(now);
    expect(confirmed.neededCall).toBeNull();
    confirmed.follow(reports.AUTHORIZED);
    expect(confirmed.neededCall).toBe('CAPTURE');
  });

  test.each([reports.DECLINED, reports.CANCELLED])('that ends with $status fails, and nothing stays held', (answer) => {
    const payment = aPaymentThatIs('AUTHORIZED');
    payment.requestCapture(now);
    const movements = [...payment.settleCapture(answer), ...payment.follow(reports.CANCELLED)];
    expect(payment.failure?.code).toBe('CAPTURE_FAILED');
    expect(movements).toEqual([{ kind: 'RELEASED', amountMinor: total }]);
    expect(typesOf(payment)).toEqual(['PaymentCaptureFailed']);
  });

  test.each(['FAILED', 'VOIDED'] as const)(
    'of a payment that is %s is answered: there is nothing to take',
    (status) => {
      const payment = aPaymentThatIs(status);
      payment.requestCapture(now);
      expect(payment.neededCall).not.toBe('CAPTURE');
      expect(typesOf(payment)).toEqual(['PaymentCaptureFailed']);
    },
  );
});

describe('cancellation', () => {
  test('of held money needs a void, which is said when it is done', () => {
    const payment = aPaymentThatIs('AUTHORIZED');
    payment.requestCancel(now);
    expect(payment.neededCall).toBe('VOID');
    expect(payment.follow(reports.CANCELLED)).toEqual([{ kind: 'RELEASED', amountMinor: total }]);
    expect(payment.status).toBe('VOIDED');
    expect(typesOf(payment)).toEqual(['PaymentVoided']);
  });

  test('while the money is being asked for notes the late success, never announces it, and voids it', () => {
    const payment = aPayment();
    payment.requestCancel(now);
    expect(payment.neededCall).toBeNull();
    expect(payment.follow(reports.AUTHORIZED)).toEqual([{ kind: 'AUTHORIZED', amountMinor: total }]);
    expect(payment.neededCall).toBe('VOID');
    payment.follow(reports.CANCELLED);
    expect(payment.status).toBe('VOIDED');
    expect(typesOf(payment)).toEqual(['PaymentVoided']);
  });

  test('while the money is being taken is followed by its refund', () => {
    const payment = aPaymentThatIs('AUTHORIZED');
    payment.requestCapture(now);
    payment.requestCancel(now);
    payment.settleCapture(reports.CAPTURED);
    expect(payment).toMatchObject({ status: 'CAPTURED', isLettingGo: true, refundableMinor: total, neededCall: null });
  });

  test('of what was never asked for is over at once', () => {
    const payment = aPayment();
    payment.requestCancel(now);
    payment.giveUp();
    expect(payment.status).toBe('VOIDED');
    expect(typesOf(payment)).toEqual(['PaymentVoided']);
  });

  test.each([
    ['FAILED', 'PaymentFailed'],
    ['VOIDED', 'PaymentVoided'],
    ['REFUNDED', 'PaymentRefunded'],
  ] as const)('of a payment that is %s says %s again', (status, type) => {
    const payment = aPayment();
    payment.follow(reports.CAPTURED);
    const last = payment.requestRefund({ amountMinor: null, reason: null, requestedBy: null }, now);
    payment.completeRefund(last, 're_1', now);
    const over = status === 'REFUNDED' ? payment : aPaymentThatIs(status);
    takeRecordedEvents(over);
    over.repeatOutcome(status === 'REFUNDED' ? last : null);
    expect(typesOf(over)).toEqual([type]);
  });

  test.each(paymentStatuses.filter((status) => !['FAILED', 'VOIDED', 'REFUNDED'].includes(status)))(
    'of a payment that is %s has no outcome to say again',
    (status) => {
      const payment = aPaymentThatIs(status);
      payment.repeatOutcome(null);
      expect(typesOf(payment)).toEqual([]);
    },
  );
});

describe('time', () => {
  test('that is over closes a payment that waits for the customer', () => {
    const payment = aPaymentThatIs('ACTION_REQUIRED');
    payment.expire(now);
    expect(payment.neededCall).toBe('VOID');
    payment.follow(reports.CANCELLED);
    expect(payment.failure?.code).toBe('PAYMENT_EXPIRED');
    expect(typesOf(payment)).toEqual(['PaymentFailed']);
  });

  test('that is over lets go what the customer approves too late', () => {
    const payment = aPaymentThatIs('ACTION_REQUIRED');
    payment.expire(now);
    const late = { ...reports.CANCELLED, authorizedMinor: total };
    expect(payment.follow(late)).toEqual([
      { kind: 'AUTHORIZED', amountMinor: total },
      { kind: 'RELEASED', amountMinor: total },
    ]);
    expect(payment.failure?.code).toBe('PAYMENT_EXPIRED');
  });

  test.each(paymentStatuses.filter((status) => status !== 'REQUESTED' && status !== 'ACTION_REQUIRED'))(
    'does not end a payment that is %s',
    (status) => {
      const payment = aPaymentThatIs(status);
      payment.expire(now);
      expect(payment.expiredAt).toBeNull();
    },
  );

  test('with nothing to be found at the provider ends the wish', () => {
    const payment = aPayment();
    payment.expire(now);
    payment.giveUp();
    expect(payment.failure?.code).toBe('PAYMENT_EXPIRED');
  });
});

test.each(['ACTION_REQUIRED', 'DECLINED'] as const)(
  'a payment that is over here, but %s at the provider, is closed there',
  (status) => {
    const payment = aPayment();
    payment.requestCancel(now);
    payment.giveUp();
    expect(payment.neededCall).toBeNull();
    expect(payment.follow(reports[status])).toEqual([]);
    expect(payment.neededCall).toBe('VOID');
    payment.follow(reports.CANCELLED);
    expect(payment.neededCall).toBeNull();
  },
);
