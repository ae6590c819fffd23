import type { Message } from '../messages/message.js';
import type { MessageStore } from '../messages/message-store.js';
import { NotFoundError } from './not-found-error.js';

/** @throws {NotFoundError} */
export function findMessage(store: MessageStore, id: string): Message {
  const message = store.find(id);
  if (!message) throw new NotFoundError('There is no such message.');
  return message;
}
