import { type EntityManager, inTransaction } from '@souk/kit/persistence';
import { Delivery, type DeliveryResult } from '../domain/delivery.js';
import type { Message } from '../domain/message.js';
import { lockMessage } from './lock-message.js';

export interface Try {
  messageId: string;
  tryNumber: number;
}

/**
 * Writes down how a try ended. Publishes `notifications.message.sent.v1` or `.failed.v1` when that was the last. A
 * process that comes back after its lease ran out is only put into the log: the message is another's by then.
 */
export async function recordDelivery(
  em: EntityManager,
  { messageId, tryNumber }: Try,
  result: DeliveryResult,
): Promise<void> {
  await inTransaction(em, async (transaction) => {
    const { message, now } = await lockMessage(transaction, messageId);
    transaction.persist(Delivery.of(messageId, tryNumber, result, now));
    if (message.isHeldBy(tryNumber)) settle(message, result, now);
  });
}

function settle(message: Message, result: DeliveryResult, now: Date): void {
  switch (result.outcome) {
    case 'ACCEPTED':
      message.succeed(result.receipt, now);
      break;
    case 'DEFERRED':
      message.retryLater(result.error, now, Math.random());
      break;
    case 'REFUSED':
      message.fail(result.error);
  }
}
