import { createHash, randomBytes } from 'node:crypto';
import type { EntityManager } from '@souk/kit/persistence';

/**
 * Makes a new secret link to a guest's order, of 256 random bits; earlier ones stay good. Only its hash is kept.
 * Null when there is no such order, or when it is not a guest's.
 */
export async function issueOrderLink(em: EntityManager, orderId: string): Promise<string | null> {
  const secret = randomBytes(32).toString('base64url');
  const rows = await em.execute<unknown[]>(
    `insert into order_link (secret_hash, order_id) select ?, id from orders where id = ? and is_guest returning 1`,
    [hashOf(secret), orderId],
  );
  return rows.length === 1 ? secret : null;
}

/** The order that a link's secret opens, if any. */
export async function findLinkedOrderId(em: EntityManager, secret: string): Promise<string | null> {
  const [row] = await em.execute<{ order_id: string }[]>('select order_id from order_link where secret_hash = ?', [
    hashOf(secret),
  ]);
  return row?.order_id ?? null;
}

/** A secret of 256 random bits cannot be guessed, so a plain hash is enough. */
function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
