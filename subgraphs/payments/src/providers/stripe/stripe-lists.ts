import Stripe from 'stripe';
import type { ProviderBooks } from '../../domain/payment-books.js';
import type { ProviderPayment, ProviderRefund } from '../../domain/provider-report.js';
import type { RoundWindow } from '../../domain/reconciliation-round.js';
import { ProviderUnavailable } from '../payment-provider.js';
import { ourId } from './our-id.js';
import { answerOf, neverRefused } from './stripe-failures.js';
import type { PaymentIntent, Refund } from './stripe-objects.js';
import { refundReportOf, reportOf } from './stripe-reports.js';

/** What Stripe's objects say beside that, when they are asked for and not sent. */
interface Kept {
  currency: string;
  /** In whole seconds, as all of Stripe's times. */
  created: number;
}

const pageSize = 100;

/** Reads what Stripe keeps: payment intents and refunds, page after page. */
export class StripeLists {
  constructor(private readonly stripe: Stripe) {}

  async *payments(window: RoundWindow): AsyncGenerator<ProviderPayment> {
    const page = { created: createdIn(window), limit: pageSize, expand: ['data.latest_charge'] };
    for await (const intent of eachOf(this.stripe.paymentIntents.list(page))) yield paymentOf(intent);
  }

  async *refunds(window: RoundWindow): AsyncGenerator<ProviderRefund> {
    yield* this.refundsOn({ created: createdIn(window) });
  }

  async open(reference: string): Promise<ProviderBooks | null> {
    const payment = await answerOf<ProviderPayment | null>(
      async () => paymentOf(await this.stripe.paymentIntents.retrieve(reference, { expand: ['latest_charge'] })),
      (refusal) => (refusal.code === 'resource_missing' ? Promise.resolve(null) : neverRefused(refusal)),
    );
    if (!payment) return null;
    const refunds: ProviderRefund[] = [];
    for await (const refund of this.refundsOn({ payment_intent: reference })) refunds.push(refund);
    return { payment, refunds };
  }

  /** A refund of what is no payment intent is none of ours. */
  private async *refundsOn(which: Stripe.RefundListParams): AsyncGenerator<ProviderRefund> {
    for await (const refund of eachOf(this.stripe.refunds.list({ ...which, limit: pageSize }))) {
      const intent = refund.payment_intent;
      if (intent) yield refundOf(refund, typeof intent === 'string' ? intent : intent.id);
    }
  }
}

/** Goes through all pages of a list. @throws {ProviderUnavailable} */
async function* eachOf<Listed>(list: AsyncIterable<Listed>): AsyncGenerator<Listed> {
  try {
    yield* list;
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError) throw new ProviderUnavailable('Stripe', error);
    throw error;
  }
}

function createdIn({ from, until }: RoundWindow) {
  return { gte: Math.floor(from.getTime() / 1_000), lt: Math.floor(until.getTime() / 1_000) };
}

function paymentOf(intent: PaymentIntent & Kept): ProviderPayment {
  const { id: reference, amount: amountMinor, metadata } = intent;
  const paymentId = ourId(metadata['paymentId']);
  return { paymentId, reference, amountMinor, ...keptOf(intent), report: reportOf(intent) };
}

function refundOf(refund: Refund & Kept, paymentReference: string): ProviderRefund {
  const { id: reference, amount: amountMinor, metadata } = refund;
  const refundId = ourId(metadata?.['refundId']);
  return { refundId, reference, paymentReference, amountMinor, ...keptOf(refund), report: refundReportOf(refund) };
}

function keptOf({ currency, created }: Kept) {
  return { currency: currency.toUpperCase(), createdAt: new Date(created * 1_000) };
}
