import { Money, newId, takeRecordedEvents } from '@souk/kit/domain';
import { Payment } from '../../src/domain/payment.js';
import type { PaymentStatus } from '../../src/domain/payment-status.js';
import type { ProviderReport } from '../../src/domain/provider-report.js';

export const now = new Date('2026-01-02T03:04:05Z');
export const total = 10_000;
export const reference = 'pi_1';

type Status = ProviderReport['status'];

/** What the provider says of the payments that are built here. */
export const reports: { [Name in Status]: Extract<ProviderReport, { status: Name }> } = {
  PROCESSING: { status: 'PROCESSING', reference },
  ACTION_REQUIRED: {
    status: 'ACTION_REQUIRED',
    reference,
    nextAction: { clientSecret: 'pi_1_secret', redirectUrl: 'https://bank.example' },
  },
  AUTHORIZED: { status: 'AUTHORIZED', reference, authorizedMinor: total },
  CAPTURED: { status: 'CAPTURED', reference, authorizedMinor: total, capturedMinor: total },
  DECLINED: { status: 'DECLINED', reference, code: 'card_declined', message: 'Your card was declined.' },
  CANCELLED: { status: 'CANCELLED', reference, authorizedMinor: null },
};

/** A payment of 100.00 EUR that was just asked for. */
export function aPayment(): Payment {
  const draft = { orderId: newId(), customerId: newId(), provider: 'stripe', paymentToken: 'pm_card_visa', payBy: now };
  return Payment.request({ ...draft, amount: Money.of(total, 'EUR') }, now);
}

/** A payment in the given status, with its past events taken. */
export function aPaymentThatIs(status: PaymentStatus): Payment {
  const payment = aPayment();
  stepsTo[status](payment);
  takeRecordedEvents(payment);
  return payment;
}

export function refund(payment: Payment, amountMinor: number | null): void {
  const promised = payment.requestRefund({ amountMinor, reason: null, requestedBy: null }, now);
  payment.completeRefund(promised, newId(), now);
}

const stepsTo: Record<PaymentStatus, (payment: Payment) => void> = {
  REQUESTED: () => undefined,
  ACTION_REQUIRED: (payment) => payment.follow(reports.ACTION_REQUIRED),
  AUTHORIZED: (payment) => payment.follow(reports.AUTHORIZED),
  CAPTURED: (payment) => payment.follow(reports.CAPTURED),
  PARTIALLY_REFUNDED: (payment) => {
    payment.follow(reports.CAPTURED);
    refund(payment, 1);
  },
  REFUNDED: (payment) => {
    payment.follow(reports.CAPTURED);
    refund(payment, null);
  },
  FAILED: (payment) => payment.follow(reports.DECLINED),
  VOIDED: (payment) => {
    payment.follow(reports.AUTHORIZED);
    payment.requestCancel(now);
    payment.follow(reports.CANCELLED);
  },
};

export function typesOf(payment: Payment): string[] {
  return takeRecordedEvents(payment).map((event) => event.type);
}
