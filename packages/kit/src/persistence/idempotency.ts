import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { PublicError } from '../domain/index.js';
import { faultPoint } from '../faults/index.js';
import { canonicalJson } from './canonical-json.js';
import { inTransaction } from './in-transaction.js';

/** One wish of one owner. Retries carry the same key and the same request. */
export interface IdempotentRequest {
  /** Who asks; another owner's equal key is another wish. */
  owner: string;
  operation: string;
  /** 16 to 255 characters, chosen by the client. Kept for at least 24 hours. */
  key: string;
  request: unknown;
}

export interface Outcome<Receipt> {
  receipt: Receipt;
  /** Whether this wish had been fulfilled before. */
  replayed: boolean;
}

const lockTimeoutMs = 2_000;
const lockNotAvailable = '55P03';

/**
 * Fulfils a wish once: key and effect are one transaction. A repeated wish gets the first receipt (anything JSON can
 * carry, usually ids). A refusal leaves no trace, so that the same key may be tried again.
 * @throws {PublicError} IDEMPOTENCY_KEY_REUSED, IDEMPOTENCY_IN_PROGRESS, or BAD_USER_INPUT for a malformed key.
 */
export async function idempotently<Receipt>(
  em: EntityManager,
  wish: IdempotentRequest,
  work: (em: EntityManager) => Promise<Receipt>,
): Promise<Outcome<Receipt>> {
  mustBeKey(wish.key);
  return inTransaction(em, async (transaction) => {
    if (!(await claim(transaction, wish))) return replay<Receipt>(transaction, wish);
    await faultPoint('idempotency.afterInsertBeforeEffect');
    const receipt = await work(transaction);
    await transaction.flush();
    await transaction.execute(
      `update idempotency set status = 'DONE', response = ?::jsonb where owner = ? and operation = ? and key = ?`,
      [JSON.stringify(receipt), wish.owner, wish.operation, wish.key],
    );
    await faultPoint('idempotency.afterEffectBeforeCommit');
    return { receipt, replayed: false };
  });
}

/** The receipt of a wish that was fulfilled before, if there is one. @throws {PublicError} IDEMPOTENCY_KEY_REUSED. */
export async function findOutcome<Receipt>(
  em: EntityManager,
  wish: IdempotentRequest,
): Promise<Outcome<Receipt> | null> {
  mustBeKey(wish.key);
  const [row] = await em.execute<{ request_hash: string; response: Receipt }[]>(
    `select request_hash, response from idempotency where owner = ? and operation = ? and key = ? and status = 'DONE'`,
    [wish.owner, wish.operation, wish.key],
  );
  if (!row) return null;
  if (row.request_hash !== hashOf(wish.request)) {
    throw new PublicError('IDEMPOTENCY_KEY_REUSED', 'This idempotency key was used for another request.');
  }
  return { receipt: row.response, replayed: true };
}

/** Deletes what is older than a week. */
export async function forgetOldOutcomes(em: EntityManager): Promise<void> {
  await em.execute(`delete from idempotency where created_at < now() - interval '7 days'`);
}

async function claim(em: EntityManager, wish: IdempotentRequest): Promise<boolean> {
  await em.execute(`set local lock_timeout = '${lockTimeoutMs}ms'`);
  try {
    const rows = await em.execute<unknown[]>(
      `insert into idempotency (owner, operation, key, request_hash, status, locked_until)
       values (?, ?, ?, ?, 'IN_PROGRESS', now() + interval '1 minute') on conflict do nothing returning 1`,
      [wish.owner, wish.operation, wish.key, hashOf(wish.request)],
    );
    await em.execute('set local lock_timeout = default');
    return rows.length === 1;
  } catch (error) {
    if ((error as { code?: unknown }).code !== lockNotAvailable) throw error;
    throw new PublicError('IDEMPOTENCY_IN_PROGRESS', 'The first request with this key is still being worked on.', {
      retryAfterMs: lockTimeoutMs,
    });
  }
}

async function replay<Receipt>(em: EntityManager, wish: IdempotentRequest): Promise<Outcome<Receipt>> {
  const outcome = await findOutcome<Receipt>(em, wish);
  if (outcome) return outcome;
  throw new PublicError('IDEMPOTENCY_IN_PROGRESS', 'The first request with this key is still being worked on.', {
    retryAfterMs: lockTimeoutMs,
  });
}

function mustBeKey(key: string): void {
  if (key.length >= 16 && key.length <= 255) return;
  throw new PublicError('BAD_USER_INPUT', 'An idempotency key has 16 to 255 characters.', { field: 'idempotencyKey' });
}

function hashOf(request: unknown): string {
  return createHash('sha256').update(canonicalJson(request)).digest('hex');
}
