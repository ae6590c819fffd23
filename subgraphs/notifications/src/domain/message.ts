import { AggregateRoot, newId, type Origin } from '@souk/kit/domain';
import { MessageTransitionError, MessageUnderWayError } from './message.errors.js';
import { type MessageContent, type MessageTemplate, orderIdOf } from './message-content.js';
import { type MessageStatus, messageTransitions, openStatuses } from './message-status.js';
import { leaseMs, maxTries, pauseAfterTryMs } from './retry-schedule.js';

/** What can happen to a message. */
export type MessageEvent =
  | { type: 'MessageSent'; message: Message }
  | { type: 'MessageFailed'; message: Message; error: string };

export interface MessageDraft {
  /** What it is about, such as an order's id: per template and subject there is one message. */
  subjectKey: string;
  content: MessageContent;
  /** The customer, guest or not; null for staff, and when not known yet. */
  recipientId: string | null;
  origin: Origin;
}

/**
 * One e-mail to one recipient. It is written in the transaction of the event that it tells of, and sent afterwards, as
 * often as it takes until a mail server has it.
 */
export class Message extends AggregateRoot<MessageEvent> {
  readonly channel = 'EMAIL';
  readonly template: MessageTemplate;
  readonly orderId: string | null;
  private _status: MessageStatus = 'NEW';
  tries = 0;
  /** From when on anybody may take it, by the database's clock: the end of the lease while it is SENDING. */
  nextTryAt: Date | null;
  sentAt: Date | null = null;
  /** What the mail server said when it took it, usually with an id of its own. */
  receipt: string | null = null;
  lastError: string | null = null;

  /** Use {@link Message.write}; public only because the object-relational mapper needs it. */
  constructor(
    readonly id: string,
    readonly dedupeKey: string,
    readonly content: MessageContent,
    readonly recipientId: string | null,
    /** The message that staff had sent once more by this one. */
    readonly resendOf: string | null,
    readonly origin: Origin,
    readonly createdAt: Date,
  ) {
    super();
    this.template = content.template;
    this.orderId = orderIdOf(content);
    this.nextTryAt = createdAt;
  }

  /** @param now the database's time. */
  static write({ subjectKey, content, recipientId, origin }: MessageDraft, now: Date): Message {
    const dedupeKey = dedupeKeyOf(content.template, subjectKey);
    return new Message(newId(), dedupeKey, content, recipientId, null, origin, now);
  }

  get status(): MessageStatus {
    return this._status;
  }

  /** The same however often it is sent, so that a mailbox can tell that it has it already. */
  get mailId(): string {
    return `<${this.id}@souk.example>`;
  }

  /** Whether a process took it and never said how that ended. Only true of messages that are due. */
  get wasAbandoned(): boolean {
    return this._status === 'SENDING';
  }

  get isExhausted(): boolean {
    return this.tries >= maxTries;
  }

  /** Whether the try of this number is the one that counts: a process that was away too long has lost it to another. */
  isHeldBy(tryNumber: number): boolean {
    return this._status === 'SENDING' && this.tries === tryNumber;
  }

  /** Takes it for one try. @throws {MessageTransitionError} when it was sent or given up. */
  take(now: Date): void {
    this.moveTo('SENDING');
    this.tries += 1;
    this.nextTryAt = new Date(now.getTime() + leaseMs);
  }

  /** A mail server has it. @throws {MessageTransitionError} when nobody was sending it. */
  succeed(receipt: string, now: Date): void {
    this.moveTo('SENT');
    this.sentAt = now;
    this.receipt = receipt;
    this.nextTryAt = null;
    this.record({ type: 'MessageSent', message: this });
  }

  /**
   * It did not work this time. After the last try it is given up.
   * @param chance from 0 up to, not including, 1. @throws {MessageTransitionError} when nobody was sending it.
   */
  retryLater(error: string, now: Date, chance: number): void {
    if (this.isExhausted) {
      this.fail(error);
      return;
    }
    this.moveTo('RETRYING');
    this.lastError = error;
    this.nextTryAt = new Date(now.getTime() + pauseAfterTryMs(this.tries, chance));
  }

  /**
   * It could not be tried: those who know what it is about are silent. It is due again in a moment, however often that
   * happens, and none of its tries is used up.
   * @param chance from 0 up to, not including, 1. @throws {MessageTransitionError} when nobody was sending it.
   */
  putBack(reason: string, now: Date, chance: number): void {
    this.moveTo('RETRYING');
    this.tries -= 1;
    this.lastError = reason;
    this.nextTryAt = new Date(now.getTime() + pauseAfterTryMs(1, chance));
  }

  /** Gives it up. @throws {MessageTransitionError} when nobody was sending it. */
  fail(error: string): void {
    this.moveTo('FAILED');
    this.lastError = error;
    this.nextTryAt = null;
    this.record({ type: 'MessageFailed', message: this, error });
  }

  /** The same message again, as a new one. @throws {MessageUnderWayError} when this one is still on its way. */
  writeAgain(origin: Origin, now: Date): Message {
    if (openStatuses.includes(this._status)) throw new MessageUnderWayError();
    const { content, recipientId } = this;
    const id = newId();
    return new Message(id, dedupeKeyOf('RESEND', id), content, recipientId, this.resendOf ?? this.id, origin, now);
  }

  private moveTo(next: MessageStatus): void {
    if (!messageTransitions[this._status].includes(next)) throw new MessageTransitionError(this._status, next);
    this._status = next;
  }
}

/** Under which key there is one message only. */
export function dedupeKeyOf(template: MessageTemplate | 'RESEND', subjectKey: string): string {
  return `${template}:${subjectKey}`;
}
