import { newId } from '@souk/kit/domain';
import { type EntityManager, inTransaction } from '@souk/kit/persistence';
import type { ReconciliationRound, RoundCounts, RoundKind, RoundWindow } from '../domain/reconciliation-round.js';

/** Longer than a provider takes for one page; a process that died is replaced after it. */
const lease = `interval '2 minutes'`;
/** What is younger is left to the next round: its answer or its webhook may be on the way. */
const youth = `interval '1 minute'`;
/** So far before the end of the last round the next one begins, for what a provider dates late. */
const overlap = `interval '1 hour'`;
const pauseAfterFailure = `interval '1 minute'`;
const longReach = `interval '3 days'`;

const rhythm: Record<Exclude<RoundKind, 'BY_HAND'>, { pause: string; reach: string }> = {
  RECENT: { pause: `interval '15 minutes'`, reach: overlap },
  DAILY: { pause: `interval '24 hours'`, reach: longReach },
};

interface RoundRow {
  id: string;
  kind: RoundKind;
  window_from: Date | string;
  window_until: Date | string;
}

/** Another process has taken the round over, because this one was not heard of for too long. */
export class RoundLostError extends Error {
  constructor(id: string) {
    super(`The round ${id} was taken over.`);
    this.name = 'RoundLostError';
  }
}

/**
 * Begins a round of a kind if one is due by the database's clock and nobody is at one. It goes back to where the last one
 * ended, however long ago that was.
 */
export function beginDueRound(em: EntityManager, kind: keyof typeof rhythm): Promise<ReconciliationRound | null> {
  const { pause, reach } = rhythm[kind];
  const lastEnd = `(select max(window_until) from reconciliation_round where kind = '${kind}' and outcome = 'COMPLETED')`;
  const from = `least(coalesce(${lastEnd} - ${overlap}, now() - ${longReach}), now() - ${reach})`;
  const isDue = `not exists (
    select from reconciliation_round where kind = '${kind}'
      and ended_at > now() - case outcome when 'COMPLETED' then ${pause} else ${pauseAfterFailure} end
  )`;
  return begin(em, kind, { from, isDue }, []);
}

/** Begins a round that somebody asked for, unless one is under way. */
export function beginRoundByHand(em: EntityManager, from: Date): Promise<ReconciliationRound | null> {
  return begin(em, 'BY_HAND', { from: '?::timestamptz', isDue: 'true' }, [from.toISOString()]);
}

/** What a round that is asked for compares. @param since null: as far back as a daily round goes. */
export async function windowSince(em: EntityManager, since: Date | null): Promise<RoundWindow> {
  const [row] = await em.execute<Pick<RoundRow, 'window_from' | 'window_until'>[]>(
    `select coalesce(?::timestamptz, now() - ${longReach}) as window_from, now() - ${youth} as window_until`,
    [since?.toISOString() ?? null],
  );
  if (!row) throw new Error('The database does not tell the time.');
  return { from: new Date(row.window_from), until: new Date(row.window_until) };
}

function begin(
  em: EntityManager,
  kind: RoundKind,
  { from, isDue }: { from: string; isDue: string },
  parameters: unknown[],
): Promise<ReconciliationRound | null> {
  return inTransaction(em, async (transaction) => {
    await transaction.execute(
      `update reconciliation_round set ended_at = now(), outcome = 'ABANDONED'
       where ended_at is null and lease_until < now()`,
    );
    const [row] = await transaction.execute<RoundRow[]>(
      `insert into reconciliation_round (id, kind, window_from, window_until, lease_until)
       select ?, '${kind}', ${from}, now() - ${youth}, now() + ${lease} where ${isDue}
       on conflict do nothing returning id, kind, window_from, window_until`,
      [newId(), ...parameters],
    );
    return row ? toRound(row) : null;
  });
}

function toRound({ id, kind, window_from, window_until }: RoundRow): ReconciliationRound {
  return { id, kind, from: new Date(window_from), until: new Date(window_until) };
}

/** Says that somebody is still at a round. @throws {RoundLostError} */
export async function keepRound(em: EntityManager, id: string): Promise<void> {
  const rows = await em.execute<unknown[]>(
    `update reconciliation_round set lease_until = now() + ${lease} where id = ? and ended_at is null returning 1`,
    [id],
  );
  if (rows.length === 0) throw new RoundLostError(id);
}

/** Writes down what came of a round, and forgets rounds of three months ago. @throws {RoundLostError} */
export async function completeRound(em: EntityManager, id: string, counts: RoundCounts): Promise<void> {
  const { paymentsCompared, refundsCompared, repaired, putOff, reported, stillOpen } = counts;
  const rows = await em.execute<unknown[]>(
    `update reconciliation_round set ended_at = now(), outcome = 'COMPLETED', payments_compared = ?,
       refunds_compared = ?, repaired = ?, put_off = ?, reported = ?, still_open = ?
     where id = ? and ended_at is null returning 1`,
    [paymentsCompared, refundsCompared, repaired, putOff, reported, stillOpen, id],
  );
  if (rows.length === 0) throw new RoundLostError(id);
  await em.execute(`delete from reconciliation_round where ended_at < now() - interval '90 days'`);
}

/** A round that could not be finished is begun anew after a minute. */
export async function failRound(em: EntityManager, id: string): Promise<void> {
  await em.execute(
    `update reconciliation_round set ended_at = now(), outcome = 'FAILED' where id = ? and ended_at is null`,
    [id],
  );
}
