import type { Origin } from '@souk/kit/domain';
import { continueFrom } from '@souk/kit/observability';
import { type EntityManager, inTransaction } from '@souk/kit/persistence';
import { Payment } from '../domain/payment.js';
import { PaymentAttempt } from '../domain/payment-attempt.js';
import type { ProviderReport, ProviderWebhook } from '../domain/provider-report.js';
import { Refund } from '../domain/refund.js';
import { weigh } from '../domain/weigh-report.js';
import type { PaymentProvider } from '../providers/payment-provider.js';
import { followRefund } from './follow-refund.js';
import { lockPayment } from './lock-payment.js';
import { planNextCall } from './plan-next-call.js';
import { writeLedger } from './write-ledger.js';

/** KNOWN: it is repeated, late, or says less than is known. */
export type EventOutcome = 'APPLIED' | 'KNOWN' | 'OF_NO_CONCERN' | 'UNKNOWN_PAYMENT';

export interface ProviderEvent {
  provider: string;
  id: string;
  payload: unknown;
}

export interface EventWork {
  em: EntityManager;
  provider: PaymentProvider;
  now: Date;
}

type RefundWebhook = Extract<ProviderWebhook, { kind: 'REFUND' }>;

/** Does what follows from an event that a provider sent, once. Where the event may be overtaken, asks the provider. */
export async function handleProviderEvent(work: EventWork, event: ProviderEvent): Promise<EventOutcome | null> {
  const { em, provider } = work;
  const webhook = provider.readWebhook(event.payload);
  const payment = webhook && (await findPayment(em.fork(), event.provider, webhook));
  if (!webhook) return conclude(em, event, async () => 'OF_NO_CONCERN');
  if (!payment) return conclude(em, event, async () => 'UNKNOWN_PAYMENT');
  const origin = await originOfLatestCall(em.fork(), payment);
  const follow = () => followWebhook(work, event, payment, webhook);
  return origin ? continueFrom(origin, { name: `${event.provider} ${webhook.kind} event` }, follow) : follow();
}

/** What a provider says follows from what it was last asked for, so it belongs to the same request. */
async function originOfLatestCall(em: EntityManager, { id: paymentId }: Payment): Promise<Origin | undefined> {
  const [latest] = await em.find(PaymentAttempt, { paymentId }, { orderBy: { id: 'desc' }, limit: 1 });
  return latest?.origin;
}

async function followWebhook(
  { em, provider, now }: EventWork,
  event: ProviderEvent,
  payment: Payment,
  webhook: ProviderWebhook,
): Promise<EventOutcome | null> {
  if (webhook.kind === 'REFUND') {
    return conclude(em, event, (transaction) => applyRefund(transaction, payment.id, webhook, now));
  }
  const isFresh = weigh(payment, webhook.report) === 'FETCH';
  const report = isFresh ? await provider.retrieve(webhook.reference) : webhook.report;
  return conclude(em, event, (transaction) => applyReport(transaction, payment.id, { report, isFresh }, now));
}

/** Marks the event as handled in the transaction of its effect. Null: somebody else has it, or it must wait. */
function conclude(
  em: EntityManager,
  { provider, id }: ProviderEvent,
  apply: (em: EntityManager) => Promise<EventOutcome | null>,
): Promise<EventOutcome | null> {
  return inTransaction(em, async (transaction) => {
    const rows = await transaction.execute<unknown[]>(
      `select 1 from payment_event where provider = ? and provider_event_id = ? and handled_at is null
       for update skip locked`,
      [provider, id],
    );
    const outcome = rows.length === 1 ? await apply(transaction) : null;
    if (!outcome) return null;
    await transaction.flush();
    await transaction.execute(
      'update payment_event set handled_at = now(), outcome = ? where provider = ? and provider_event_id = ?',
      [outcome, provider, id],
    );
    return outcome;
  });
}

async function findPayment(em: EntityManager, provider: string, webhook: ProviderWebhook): Promise<Payment | null> {
  const { reference: providerReference } = webhook;
  const found = await em.findOne(Payment, { provider, providerReference });
  if (found || webhook.kind !== 'PAYMENT' || !webhook.paymentId) return found;
  return em.findOne(Payment, { provider, id: webhook.paymentId });
}

/** @param isFresh whether the report was fetched just now, so that it needs no weighing. */
async function applyReport(
  em: EntityManager,
  id: string,
  { report, isFresh }: { report: ProviderReport; isFresh: boolean },
  now: Date,
): Promise<EventOutcome | null> {
  const payment = await lockPayment(em, { id });
  if (!payment) return 'UNKNOWN_PAYMENT';
  const weight = isFresh ? 'APPLY' : weigh(payment, report);
  if (weight === 'FETCH') return null;
  if (weight === 'IGNORE') return 'KNOWN';
  writeLedger(em, payment, payment.follow(report), now);
  await planNextCall(em, payment, now);
  return 'APPLIED';
}

async function applyRefund(
  em: EntityManager,
  id: string,
  { refundId, report }: RefundWebhook,
  now: Date,
): Promise<EventOutcome | null> {
  const payment = await lockPayment(em, { id });
  if (!payment) return 'UNKNOWN_PAYMENT';
  const refund = (await findRefund(em, payment, { refundId, report })) ?? madeElsewhere(em, payment, report, now);
  if (!refund?.isPending || report.status === 'PENDING') return 'KNOWN';
  followRefund(em, { payment, refund }, report, now);
  return 'APPLIED';
}

async function findRefund(
  em: EntityManager,
  { id: paymentId }: Payment,
  { refundId, report }: Pick<RefundWebhook, 'refundId' | 'report'>,
): Promise<Refund | null> {
  if (refundId) return em.findOne(Refund, { id: refundId, paymentId });
  if (report.status === 'FAILED') return null;
  return em.findOne(Refund, { paymentId, providerReference: report.reference });
}

/** Somebody gave money back at the provider itself: it counts all the same. */
function madeElsewhere(em: EntityManager, payment: Payment, report: RefundWebhook['report'], now: Date): Refund | null {
  if (report.status !== 'SUCCEEDED') return null;
  const { amountMinor } = report;
  const refund = payment.requestRefund({ amountMinor, reason: null, requestedBy: null }, now);
  em.persist(refund);
  return refund;
}
