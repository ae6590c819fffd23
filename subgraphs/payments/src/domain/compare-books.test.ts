import { expect, test } from '@jest/globals';
import { aPaymentThatIs, now, reference, refund, reports, total } from '../../test/builders/a-payment.js';
import { canFollow } from './can-follow.js';
import { compareBooks } from './compare-books.js';
import { movementKinds } from './ledger.js';
import type { Payment } from './payment.js';
import type { OurBooks, ProviderBooks } from './payment-books.js';
import { type PaymentStatus, paymentStatuses } from './payment-status.js';
import type { ProviderReport } from './provider-report.js';

function ours(payment: Payment): OurBooks {
  const { authorizedMinor, releasedMinor, capturedMinor, refundedMinor } = payment;
  const amounts = [authorizedMinor, releasedMinor, capturedMinor, refundedMinor];
  const ledger = Object.fromEntries(movementKinds.map((kind, index) => [kind, amounts[index]])) as OurBooks['ledger'];
  return { payment, refunds: [], ledger };
}

function theirs(report: ProviderReport): ProviderBooks {
  const payment = { paymentId: null, reference, amountMinor: total, currency: 'EUR', createdAt: now, report };
  return { payment, refunds: null };
}

/** For each status here, what the provider may say of it when nothing is under way. */
const agreeing: Record<PaymentStatus, readonly ProviderReport['status'][]> = {
  REQUESTED: [],
  ACTION_REQUIRED: ['ACTION_REQUIRED'],
  AUTHORIZED: ['AUTHORIZED'],
  CAPTURED: ['CAPTURED'],
  PARTIALLY_REFUNDED: ['CAPTURED'],
  REFUNDED: ['CAPTURED'],
  FAILED: [],
  VOIDED: ['CANCELLED'],
};
const said = ['ACTION_REQUIRED', 'AUTHORIZED', 'CAPTURED', 'DECLINED', 'CANCELLED'] as const;

test.each(paymentStatuses.flatMap((status) => said.map((report) => ({ status, report }))))(
  'a payment that is $status here and $report there',
  ({ status, report }) => {
    const payment = aPaymentThatIs(status);
    payment.providerReference = reference;
    const kinds = compareBooks(ours(payment), theirs(reports[report])).map(({ kind }) => kind);
    expect(kinds).toEqual(agreeing[status].includes(report) ? [] : ['STATE_DIFFERS']);
  },
);

test('what the provider is still at may be anything here', () => {
  const payment = aPaymentThatIs('AUTHORIZED');
  expect(compareBooks(ours(payment), theirs(reports.PROCESSING))).toEqual([]);
});

test('a call that is needed and not planned is a difference', () => {
  const payment = aPaymentThatIs('AUTHORIZED');
  payment.requestCapture(now);
  expect(compareBooks(ours(payment), theirs(reports.AUTHORIZED))).toMatchObject([{ kind: 'STATE_DIFFERS' }]);
  expect(canFollow(payment, reports.AUTHORIZED)).toBe(true);
});

test.each([
  ['AUTHORIZED', 'CAPTURED', true],
  ['REQUESTED', 'DECLINED', true],
  ['FAILED', 'ACTION_REQUIRED', true],
  ['AUTHORIZED', 'CANCELLED', true],
  ['CAPTURED', 'AUTHORIZED', false],
  ['CAPTURED', 'CANCELLED', false],
  ['REFUNDED', 'CAPTURED', false],
  ['AUTHORIZED', 'DECLINED', false],
  ['REQUESTED', 'PROCESSING', false],
] as const)('of a payment that is %s here and %s there, the news can be believed: %s', (status, report, expected) => {
  expect(canFollow(aPaymentThatIs(status), reports[report])).toBe(expected);
});

test('money that the ledger has another amount of is a difference, whatever the provider says', () => {
  const books = ours(aPaymentThatIs('CAPTURED'));
  books.ledger.CAPTURED -= 1;
  expect(compareBooks(books, theirs(reports.CAPTURED))).toMatchObject([
    { kind: 'AMOUNT_DIFFERS', point: 'captured', ours: '10000 EUR, in the ledger 9999', theirs: '10000 EUR' },
  ]);
});

test('a part of the money that was taken there is a difference', () => {
  const books = ours(aPaymentThatIs('CAPTURED'));
  expect(compareBooks(books, theirs({ ...reports.CAPTURED, capturedMinor: 1 }))).toMatchObject([
    { kind: 'AMOUNT_DIFFERS', point: 'captured', theirs: '1 EUR' },
  ]);
});

test('neither a payment without a name there nor one that is nowhere is missed', () => {
  expect(compareBooks(ours(aPaymentThatIs('REQUESTED')), null)).toEqual([]);
  expect(compareBooks(null, null)).toEqual([]);
  expect(compareBooks(null, theirs(reports.DECLINED))).toEqual([]);
});

test('a refund that failed there after it went through here is a difference, as is one that is not there', () => {
  const payment = aPaymentThatIs('CAPTURED');
  const wish = payment.requestRefund({ amountMinor: 300, reason: null, requestedBy: null }, now);
  payment.completeRefund(wish, 're_1', now);
  const kept = { refundId: wish.id, reference: 're_1', paymentReference: reference, amountMinor: 300 };
  const failed = { ...kept, currency: 'EUR', createdAt: now, report: { status: 'FAILED', message: 'no' } as const };
  const books = { ...ours(payment), refunds: [wish] };
  const { payment: there } = theirs(reports.CAPTURED);
  expect(compareBooks(books, { payment: there, refunds: [failed] })).toMatchObject([
    { kind: 'STATE_DIFFERS', subject: 'REFUND', reference: 're_1', ours: 'SUCCEEDED', theirs: 'FAILED' },
  ]);
  expect(compareBooks(books, { payment: there, refunds: [] })).toMatchObject([
    { kind: 'MISSING_THERE', subject: 'REFUND', reference: 're_1' },
  ]);
});

test('a refund that is on its way at the provider, or that was refused, is not missed here', () => {
  const payment = aPaymentThatIs('CAPTURED');
  const { payment: there } = theirs(reports.CAPTURED);
  const onItsWay = { refundId: null, reference: 're_2', paymentReference: reference, amountMinor: 1, currency: 'EUR' };
  const report = { status: 'PENDING', reference: 're_2', amountMinor: 1 } as const;
  const refunds = [{ ...onItsWay, createdAt: now, report }];
  expect(compareBooks(ours(payment), { payment: there, refunds })).toEqual([]);
});

test('a refunded payment agrees with the sum of its refunds', () => {
  const payment = aPaymentThatIs('CAPTURED');
  refund(payment, 300);
  expect(compareBooks(ours(payment), theirs(reports.CAPTURED))).toEqual([]);
});
