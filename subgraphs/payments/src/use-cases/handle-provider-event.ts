import { continueFrom } from '@souk/kit/observability';
import { type EntityManager, inTransaction } from '@souk/kit/persistence';
import { Payment } from '../domain/payment.js';
import type { ProviderWebhook } from '../domain/provider-report.js';
import { weigh } from '../domain/weigh-report.js';
import type { PaymentProvider } from '../providers/payment-provider.js';
import { applyRefund, applyReport, type Effect } from './apply-report.js';
import { originOfLatestCall } from './origin-of-latest-call.js';

export type EventOutcome = Effect | 'OF_NO_CONCERN';

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

/** Does what follows from an event that a provider sent, once. Where the event may be overtaken, asks the provider. */
export async function handleProviderEvent(work: EventWork, event: ProviderEvent): Promise<EventOutcome | null> {
  const { em, provider } = work;
  const webhook = provider.readWebhook(event.payload);
  const payment = webhook && (await findPayment(em.fork(), event.provider, webhook));
  if (!webhook) return conclude(em, event, async () => 'OF_NO_CONCERN');
  if (!payment) return conclude(em, event, async () => 'UNKNOWN_PAYMENT');
  const origin = await originOfLatestCall(em.fork(), payment.id);
  const follow = () => followWebhook(work, event, payment, webhook);
  return origin ? continueFrom(origin, { name: `${event.provider} ${webhook.kind} event` }, follow) : follow();
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
