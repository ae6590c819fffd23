import type Stripe from 'stripe';
import type { ProviderBooks } from '../../domain/payment-books.js';
import type { CalledPayment } from '../../domain/provider-call.js';
import type {
  ProviderPayment,
  ProviderRefund,
  ProviderReport,
  ProviderWebhook,
  RefundReport,
} from '../../domain/provider-report.js';
import type { RoundWindow } from '../../domain/reconciliation-round.js';
import type { PaymentProvider, RefundRequest } from '../payment-provider.js';
import { readStripeWebhook } from './read-stripe-webhook.js';
import { answerOf, neverRefused } from './stripe-failures.js';
import { StripeLists } from './stripe-lists.js';
import { refundReportOf, reportOf } from './stripe-reports.js';

/** Tells whether money had been held on an intent that is cancelled. */
const withCharge = { expand: ['latest_charge'] };
const pageSize = 100;
/** How far Stripe's clock and ours may be apart. */
const clockSkewSeconds = 600;

/** Stripe: one PaymentIntent for each payment, confirmed at once and captured by hand. */
export class StripeProvider implements PaymentProvider {
  private readonly lists: StripeLists;

  constructor(
    private readonly stripe: Stripe,
    /** Where the customer comes back to from their bank's page. */
    private readonly returnUrl: string | undefined,
  ) {
    this.lists = new StripeLists(stripe);
  }

  authorize(payment: CalledPayment, key: string): Promise<ProviderReport> {
    return answerOf(
      async () => reportOf(await this.stripe.paymentIntents.create(this.intentFor(payment), { idempotencyKey: key })),
      async (refusal) => {
        if (refusal.payment_intent) return reportOf(refusal.payment_intent);
        const message = 'This payment method cannot be used.';
        return { status: 'DECLINED', reference: null, code: refusal.code ?? refusal.type, message };
      },
    );
  }

  capture(reference: string, amountMinor: number, key: string): Promise<ProviderReport> {
    const parameters = { amount_to_capture: amountMinor };
    return answerOf(
      async () => reportOf(await this.stripe.paymentIntents.capture(reference, parameters, { idempotencyKey: key })),
      async (refusal) => {
        if (refusal.type !== 'StripeCardError') return this.retrieve(reference);
        return { status: 'DECLINED', reference, code: refusal.code ?? 'card_error', message: refusal.message };
      },
    );
  }

  void(reference: string, key: string): Promise<ProviderReport> {
    return answerOf(
      async () => reportOf(await this.stripe.paymentIntents.cancel(reference, withCharge, { idempotencyKey: key })),
      () => this.retrieve(reference),
    );
  }

  refund({ reference, amountMinor, refundId }: RefundRequest, key: string): Promise<RefundReport> {
    const parameters = { payment_intent: reference, amount: amountMinor, metadata: { refundId } };
    return answerOf<RefundReport>(
      async () => refundReportOf(await this.stripe.refunds.create(parameters, { idempotencyKey: key })),
      async ({ message }) => (await this.findRefund(reference, refundId)) ?? { status: 'FAILED', message },
    );
  }

  retrieve(reference: string): Promise<ProviderReport> {
    return answerOf(
      async () => reportOf(await this.stripe.paymentIntents.retrieve(reference, withCharge)),
      neverRefused,
    );
  }

  /** Lists what was begun around the time of the request: unlike Stripe's search, a list is never behind. */
  find({ id, requestedAt }: CalledPayment): Promise<ProviderReport | null> {
    const created = { gte: Math.floor(requestedAt.getTime() / 1_000) - clockSkewSeconds };
    const parameters = { created, limit: pageSize, expand: ['data.latest_charge'] };
    return answerOf(async () => {
      for await (const intent of this.stripe.paymentIntents.list(parameters)) {
        if (intent.metadata['paymentId'] === id) return reportOf(intent);
      }
      return null;
    }, neverRefused);
  }

  findRefund(reference: string, refundId: string): Promise<RefundReport | null> {
    const parameters = { payment_intent: reference, limit: pageSize };
    return answerOf(async () => {
      for await (const refund of this.stripe.refunds.list(parameters)) {
        if (refund.metadata?.['refundId'] === refundId) return refundReportOf(refund);
      }
      return null;
    }, neverRefused);
  }

  listPayments(window: RoundWindow): AsyncIterable<ProviderPayment> {
    return this.lists.payments(window);
  }

  listRefunds(window: RoundWindow): AsyncIterable<ProviderRefund> {
    return this.lists.refunds(window);
  }

  open(reference: string): Promise<ProviderBooks | null> {
    return this.lists.open(reference);
  }

  readWebhook(payload: unknown): ProviderWebhook | null {
    return readStripeWebhook(payload);
  }

  private intentFor({ id, orderId, amountMinor, currency, paymentToken }: CalledPayment) {
    return {
      amount: amountMinor,
      currency: currency.toLowerCase(),
      payment_method: paymentToken,
      capture_method: 'manual',
      confirm: true,
      metadata: { orderId, paymentId: id },
      ...(this.returnUrl
        ? { return_url: this.returnUrl }
        : { automatic_payment_methods: { enabled: true, allow_redirects: 'never' } }),
    } satisfies Stripe.PaymentIntentCreateParams;
  }
}
