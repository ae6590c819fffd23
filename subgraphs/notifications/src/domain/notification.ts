import { newId } from '@souk/kit/domain';
import { type CustomerContent, type CustomerTemplate, orderIdOf } from './message-content.js';

/** What an entry of the list in the shop says. */
export interface Notice {
  title: string;
  body: string;
}

/** Finds the words for an entry. @param orderNumber null when it is not known. */
export type WriteNotice = (content: CustomerContent, orderNumber: string | null) => Notice;

/** What a customer finds in their list in the shop. Its words are found when it is read, in the reader's language. */
export class Notification {
  readonly kind: CustomerTemplate;
  readonly orderId: string | null;
  readAt: Date | null = null;

  /** Use {@link Notification.of}; public only because the object-relational mapper needs it. */
  constructor(
    readonly id: string,
    /** Null while it is not known whose order it is about. */
    readonly customerId: string | null,
    readonly content: CustomerContent,
    readonly createdAt: Date,
  ) {
    this.kind = content.template;
    this.orderId = orderIdOf(content);
  }

  static of(customerId: string | null, content: CustomerContent, now: Date): Notification {
    return new Notification(newId(), customerId, content, now);
  }

  /** Marks it as read; what was read stays so since the first time. */
  markRead(now: Date): void {
    this.readAt ??= now;
  }
}
