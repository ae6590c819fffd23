import { inTransaction } from '@souk/kit/persistence';
import { Session } from '../domain/session.js';
import type { AccountsWork } from './credentials.js';

/** Ends a session; harmless when it is over. Publishes `accounts.session.revoked.v1`. */
export async function signOut({ em, now }: Pick<AccountsWork, 'em' | 'now'>, sessionId: string): Promise<void> {
  await inTransaction(em, async (transaction) => {
    const session = await transaction.findOne(Session, { id: sessionId });
    session?.revoke('SIGNED_OUT', now());
  });
}
