import type { EntityManager } from '../persistence/index.js';

export interface AuditNote {
  /** What was done, as noun and past participle: `dead-letter.discarded`. */
  action: string;
  /** What it was done to, by id: `dead-letter:17`. */
  subject: string;
  /** Why, in the actor's words. No personal data: it can never be erased. */
  reason?: string | null;
  before?: object | null;
  after?: object | null;
}

/**
 * Writes an audit entry in the present transaction, for what no table tells by itself ({@link audited} does for the rest).
 * Who it is on account of says {@link withActor}.
 */
export async function audit(em: EntityManager, { action, subject, reason, before, after }: AuditNote): Promise<void> {
  await em.execute('select audit(?, ?, ?, ?::jsonb, ?::jsonb)', [
    action,
    subject,
    reason ?? null,
    before ? JSON.stringify(before) : null,
    after ? JSON.stringify(after) : null,
  ]);
}
