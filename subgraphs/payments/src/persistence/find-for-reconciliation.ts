import type { EntityManager } from '@souk/kit/persistence';
import { Payment } from '../domain/payment.js';
import type { ProviderPayment } from '../domain/provider-report.js';
import type { RoundWindow } from '../domain/reconciliation-round.js';

const usualPage = 1_000;

/** A payment or refund of ours, by the provider's names. */
export interface OurReference {
  paymentReference: string;
  reference: string;
}

/** Our payments that a provider lists, by its name for them or by ours. */
export function findListed(
  em: EntityManager,
  provider: string,
  listed: readonly Pick<ProviderPayment, 'reference' | 'paymentId'>[],
): Promise<Payment[]> {
  const references = listed.map(({ reference }) => reference);
  const ids = listed.flatMap(({ paymentId }) => (paymentId ? [paymentId] : []));
  return em.find(Payment, { provider, $or: [{ providerReference: { $in: references } }, { id: { $in: ids } }] });
}

/** Which of them a provider means: its own name for it says more than what it was told. */
export function chooseListed(
  payments: readonly Payment[],
  { reference, paymentId }: Pick<ProviderPayment, 'reference' | 'paymentId'>,
): Payment | undefined {
  return (
    payments.find(({ providerReference }) => providerReference === reference) ??
    payments.find(({ id }) => id === paymentId)
  );
}

const paymentsInWindow = `
select id, requested_at::text as at, provider_reference as "paymentReference", provider_reference as reference
from payment
where provider = ? and provider_reference is not null and requested_at >= ? and requested_at < ?
  and (requested_at, id) > (?::timestamptz, ?::uuid)
order by requested_at, id limit ?`;

const refundsInWindow = `
select refund.id, settled_at::text as at, payment.provider_reference as "paymentReference",
  refund.provider_reference as reference
from refund join payment on payment.id = payment_id
where provider = ? and refund.status = 'SUCCEEDED' and settled_at >= ? and settled_at < ?
  and (settled_at, refund.id) > (?::timestamptz, ?::uuid)
order by settled_at, refund.id limit ?`;

/** The payments that we began in a window and that have a name at the provider, page by page. */
export function ourPayments(
  em: EntityManager,
  provider: string,
  window: RoundWindow,
  pageSize = usualPage,
): AsyncGenerator<OurReference[]> {
  return pagesOf(em, paymentsInWindow, { provider, window, pageSize });
}

/** The refunds that went through in a window, page by page. */
export function ourRefunds(
  em: EntityManager,
  provider: string,
  window: RoundWindow,
  pageSize = usualPage,
): AsyncGenerator<OurReference[]> {
  return pagesOf(em, refundsInWindow, { provider, window, pageSize });
}

async function* pagesOf(
  em: EntityManager,
  sql: string,
  { provider, window, pageSize }: { provider: string; window: RoundWindow; pageSize: number },
): AsyncGenerator<OurReference[]> {
  const [from, until] = [window.from.toISOString(), window.until.toISOString()];
  let after = { at: '-infinity', id: '00000000-0000-0000-0000-000000000000' };
  for (;;) {
    const parameters = [provider, from, until, after.at, after.id, pageSize];
    const rows = await em.execute<(OurReference & { id: string; at: string })[]>(sql, parameters);
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map(({ paymentReference, reference }) => ({ paymentReference, reference }));
    after = last;
  }
}
