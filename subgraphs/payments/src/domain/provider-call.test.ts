import { expect, test } from '@jest/globals';
import { newId } from '@souk/kit/domain';
import { now, reports } from '../../test/builders/a-payment.js';
import type { Operation } from './payment-attempt.js';
import { approachTo, type Finding, type ProviderCall, verdictOn } from './provider-call.js';

function aCall(operation: Operation, more: Partial<ProviderCall> & { providerReference?: string } = {}): ProviderCall {
  const { providerReference = operation === 'AUTHORIZE' ? null : 'pi_1', ...others } = more;
  const payment = { id: newId(), orderId: newId(), provider: 'stripe', paymentToken: 'pm_card_visa', amountMinor: 1 };
  return {
    attemptId: newId(),
    epoch: 1,
    operation,
    providerKey: 'pay:1:AUTHORIZE:1',
    amountMinor: 1,
    refundId: null,
    tries: 1,
    isOld: false,
    isLate: false,
    isLettingGo: false,
    isQuiet: false,
    origin: { correlationid: newId() },
    payment: { ...payment, currency: 'EUR', requestedAt: now, providerReference },
    ...others,
  };
}

test.each([
  ['a first call is made', aCall('AUTHORIZE'), 'CALL'],
  ['an unknown outcome is asked for again with the same key', aCall('AUTHORIZE', { tries: 3 }), 'CALL'],
  [
    'what stays unknown is looked up before it is asked for again',
    aCall('AUTHORIZE', { tries: 4 }),
    'LOOK_UP_THEN_CALL',
  ],
  ['a key that may be forgotten is looked up first', aCall('REFUND', { isOld: true, tries: 2 }), 'LOOK_UP_THEN_CALL'],
  ['a hold that comes too late is never asked for', aCall('AUTHORIZE', { isLate: true }), 'GIVE_UP'],
  [
    'a hold that was asked for and came too late is looked up only',
    aCall('AUTHORIZE', { isLate: true, tries: 2 }),
    'LOOK_UP',
  ],
  [
    'a hold that nobody wants any more is looked up only',
    aCall('AUTHORIZE', { isLettingGo: true, tries: 2 }),
    'LOOK_UP',
  ],
  [
    'a hold that the provider told us about is looked up only',
    aCall('AUTHORIZE', { providerReference: 'pi_1' }),
    'LOOK_UP',
  ],
  [
    'a capture that nobody wants any more is looked up only',
    aCall('CAPTURE', { isLettingGo: true, tries: 2 }),
    'LOOK_UP',
  ],
  ['money is let go because it is not wanted', aCall('VOID', { isLettingGo: true, isLate: true }), 'CALL'],
  ['money is given back because it is not wanted', aCall('REFUND', { isLettingGo: true, isLate: true }), 'CALL'],
] as const)('%s', (_rule, call, approach) => {
  expect(approachTo(call)).toBe(approach);
});

const verdicts: Record<Operation, Record<string, string>> = {
  AUTHORIZE: {
    PROCESSING: 'UNKNOWN',
    ACTION_REQUIRED: 'SUCCEEDED',
    AUTHORIZED: 'SUCCEEDED',
    CAPTURED: 'SUCCEEDED',
    DECLINED: 'FAILED',
    CANCELLED: 'FAILED',
  },
  CAPTURE: {
    PROCESSING: 'UNKNOWN',
    ACTION_REQUIRED: 'UNKNOWN',
    AUTHORIZED: 'UNKNOWN',
    CAPTURED: 'SUCCEEDED',
    DECLINED: 'FAILED',
    CANCELLED: 'FAILED',
  },
  VOID: {
    PROCESSING: 'UNKNOWN',
    ACTION_REQUIRED: 'UNKNOWN',
    AUTHORIZED: 'UNKNOWN',
    CAPTURED: 'FAILED',
    DECLINED: 'UNKNOWN',
    CANCELLED: 'SUCCEEDED',
  },
  REFUND: {},
};

test.each(
  Object.entries(verdicts).flatMap(([operation, byStatus]) =>
    Object.entries(byStatus).map(([status, verdict]) => ({ operation, status, verdict })),
  ),
)('$operation that finds $status is $verdict', ({ operation, status, verdict }) => {
  const finding = { kind: 'PAYMENT', report: reports[status as keyof typeof reports] } as Finding;
  expect(verdictOn(operation as Operation, finding, false)).toBe(verdict);
});

test.each([
  ['PENDING', 'UNKNOWN'],
  ['SUCCEEDED', 'SUCCEEDED'],
  ['FAILED', 'FAILED'],
] as const)('a refund that is %s at the provider is %s', (status, verdict) => {
  const finding = { kind: 'REFUND', report: { status, reference: 're_1', amountMinor: 1, message: '' } } as Finding;
  expect(verdictOn('REFUND', finding, false)).toBe(verdict);
});

test('a capture that was not made, and is not wanted any more, is over', () => {
  expect(verdictOn('CAPTURE', { kind: 'PAYMENT', report: reports.AUTHORIZED }, true)).toBe('FAILED');
});

test('nothing at the provider is an answer only when nothing can be under way any more', () => {
  expect(verdictOn('AUTHORIZE', { kind: 'NOTHING', isCertain: false }, true)).toBe('UNKNOWN');
  expect(verdictOn('AUTHORIZE', { kind: 'NOTHING', isCertain: true }, true)).toBe('FAILED');
});
