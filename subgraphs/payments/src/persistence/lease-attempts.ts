import type { Origin } from '@souk/kit/domain';
import { type EntityManager, runPrepared } from '@souk/kit/persistence';
import type { Operation } from '../domain/payment-attempt.js';
import type { ProviderCall } from '../domain/provider-call.js';

/** Longer than any call may take, short enough that a dead process does not keep a customer waiting. */
const lease = `interval '30 seconds'`;
/** Providers remember a key for 24 hours. */
const keyLife = `interval '23 hours'`;
/** After this time a call that was cut off has either arrived or never will. */
const quietTime = `interval '60 seconds'`;
const longestPauseMs = 30_000;
const firstPauseMs = 250;

const leaseDue = `
with due as materialized (
  select attempt.id from payment_attempt attempt
  where attempt.state in ('PENDING', 'UNKNOWN') and attempt.next_try_at <= now()
    and (attempt.locked_until is null or attempt.locked_until < now())
    and not exists (
      select from payment_attempt earlier
      where earlier.payment_id = attempt.payment_id and earlier.seq < attempt.seq
        and (earlier.state = 'PENDING' or earlier.state = 'UNKNOWN' and earlier.locked_until > now())
    )
  order by attempt.next_try_at, attempt.seq limit $1 for update skip locked
)
update payment_attempt attempt
set tries = attempt.tries + 1, lease_epoch = attempt.lease_epoch + 1, locked_until = now() + ${lease}
from payment, due
where attempt.id = due.id and payment.id = attempt.payment_id
returning attempt.id, attempt.lease_epoch, attempt.operation, attempt.provider_key, attempt.amount_minor,
  attempt.refund_id, attempt.tries, attempt.origin, attempt.created_at < now() - ${keyLife} as is_old,
  payment.pay_by < now() as is_late,
  payment.cancel_requested_at is not null or payment.expired_at is not null
    or payment.status in ('FAILED', 'VOIDED') as is_letting_go,
  least(payment.cancel_requested_at, payment.pay_by) < now() - ${quietTime} as is_quiet,
  payment.id as payment_id, payment.order_id, payment.provider, payment.payment_token, payment.provider_reference,
  payment.amount_minor as total_minor, payment.currency,
  extract(epoch from payment.requested_at)::float8 as requested_at_seconds`;

interface LeasedRow {
  id: string;
  lease_epoch: number;
  operation: Operation;
  provider_key: string;
  amount_minor: string;
  refund_id: string | null;
  tries: number;
  origin: Origin;
  is_old: boolean;
  is_late: boolean;
  is_letting_go: boolean;
  is_quiet: boolean;
  payment_id: string;
  order_id: string;
  provider: string;
  payment_token: string;
  provider_reference: string | null;
  total_minor: string;
  currency: string;
  requested_at_seconds: number;
}

/**
 * Takes attempts that are due on lease, in one statement and without a transaction of its own. Those of one payment come
 * one after the other; what another process holds is left to it until its lease is over.
 */
export async function leaseDueAttempts(em: EntityManager, limit: number): Promise<ProviderCall[]> {
  const rows = await runPrepared<LeasedRow>(em, leaseDue, [limit]);
  return rows.map(toProviderCall);
}

/** Puts an attempt off whose outcome nobody knows; the pauses grow up to half a minute. */
export async function postponeAttempt(em: EntityManager, { attemptId, epoch, tries }: ProviderCall): Promise<void> {
  const pauseMs = Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(tries - 1, 16)) * (0.75 + Math.random() / 4);
  await em.execute(
    `update payment_attempt set state = 'UNKNOWN', locked_until = null, next_try_at = now() + ? * interval '1 millisecond'
     where id = ? and lease_epoch = ? and state in ('PENDING', 'UNKNOWN')`,
    [pauseMs, attemptId, epoch],
  );
}

function toProviderCall(row: LeasedRow): ProviderCall {
  return {
    attemptId: row.id,
    epoch: row.lease_epoch,
    operation: row.operation,
    providerKey: row.provider_key,
    amountMinor: Number(row.amount_minor),
    refundId: row.refund_id,
    tries: row.tries,
    isOld: row.is_old,
    isLate: row.is_late,
    isLettingGo: row.is_letting_go,
    isQuiet: row.is_quiet,
    origin: row.origin,
    payment: {
      id: row.payment_id,
      orderId: row.order_id,
      provider: row.provider,
      paymentToken: row.payment_token,
      providerReference: row.provider_reference,
      amountMinor: Number(row.total_minor),
      currency: row.currency,
      requestedAt: new Date(row.requested_at_seconds * 1_000),
    },
  };
}
