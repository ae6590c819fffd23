import type { EventMessage } from '@souk/kit/contracts';
import { messageFailedV1, messageSentV1 } from '@souk/schema/events/notifications';
import type { MessageEvent } from '../domain/message.js';

/** Turns what happened to a message into what other subgraphs may rely on. */
export function publishMessageEvent(event: MessageEvent): EventMessage[] {
  const { id: messageId, template, recipientId } = event.message;
  switch (event.type) {
    case 'MessageSent':
      return [messageSentV1({ messageId, template, recipientId })];
    case 'MessageFailed':
      return [messageFailedV1({ messageId, template, recipientId, error: event.error })];
  }
}
