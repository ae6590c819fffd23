import { currentOrigin } from '@souk/kit/observability';
import { breaksUnique, databaseTime, type EntityManager, idempotently, type Outcome } from '@souk/kit/persistence';
import { MessageNotFoundError, MessageUnderWayError } from '../domain/message.errors.js';
import { Message } from '../domain/message.js';

export interface Resend {
  messageId: string;
  staffId: string;
  idempotencyKey: string;
}

/**
 * Sends a message once more, as a new message, once for each key of a member of staff.
 * @throws {MessageNotFoundError} @throws {MessageUnderWayError} when it, or it sent once more, is still on its way.
 * @throws {PublicError} one of the kit's for the key.
 */
export async function resendMessage(
  em: EntityManager,
  { messageId, staffId, idempotencyKey }: Resend,
): Promise<Outcome<{ messageId: string }>> {
  const wish = { owner: staffId, operation: 'resendMessage', key: idempotencyKey, request: { messageId } };
  return idempotently(em, wish, async (transaction) => {
    const original = await transaction.findOne(Message, { id: messageId });
    if (!original) throw new MessageNotFoundError();
    const copy = original.writeAgain(currentOrigin(), await databaseTime(transaction));
    transaction.persist(copy);
    return { messageId: copy.id };
  }).catch((error: unknown) => {
    throw breaksUnique(error, 'message_open_resend') ? new MessageUnderWayError() : error;
  });
}
