import { newId } from '@souk/kit/domain';
import { Message } from '../../src/domain/message.js';
import type { MessageContent } from '../../src/domain/message-content.js';
import type { MessageStatus } from '../../src/domain/message-status.js';

export const writtenAt = new Date('2026-03-04T05:06:07Z');

/** A message that has come so far on the legal way. */
export function aMessage(status: MessageStatus = 'NEW', content: MessageContent = aContent()): Message {
  const message = Message.write(
    { subjectKey: newId(), content, recipientId: newId(), origin: { correlationid: newId() } },
    writtenAt,
  );
  if (status !== 'NEW') message.take(writtenAt);
  if (status === 'RETRYING') message.retryLater('not now', writtenAt, 0);
  if (status === 'SENT') message.succeed('250 OK', writtenAt);
  if (status === 'FAILED') message.fail('no such mailbox');
  return message;
}

export function aContent(): MessageContent {
  return { template: 'ORDER_PAID', orderId: newId() };
}
