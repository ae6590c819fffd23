import type { JsMsg } from 'nats';
import type { Logger } from '../observability/index.js';
import type { EntityManager } from '../persistence/index.js';
import { buryEvent, buryRawMessage } from './dead-letters.js';
import type { Failure } from './inbox.js';
import { Retries } from './retries.js';

export interface FailedMessagesOptions {
  consumer: string;
  em: EntityManager;
  logger: Logger;
  /** How many may wait for another try at the same time. */
  maxUnacknowledged: number;
  /** Is called when a message has ended as a dead letter. */
  onBuried: () => void;
}

/** Until it is tried once more to bury what can neither be handled nor buried. */
const reburyMs = 60_000;

/** What becomes of a consumer's messages that could not be handled: they come again, or end as dead letters. */
export class FailedMessages {
  private readonly retries: Retries;

  constructor(private readonly options: FailedMessagesOptions) {
    this.retries = new Retries(options.maxUnacknowledged);
  }

  /** Asks for the message again later, or buries the event that failed when that is hopeless. */
  async giveBack(message: JsMsg, { envelope, cause: error }: Failure): Promise<void> {
    const { consumer, logger } = this.options;
    const { tries, pauseMs } = this.retries.decide(message.info, error);
    const about = { err: error, consumer, event: envelope.id, type: envelope.type, tries };
    if (pauseMs !== null) {
      logger.warn(about, 'An event could not be handled and will be tried again.');
      message.nak(pauseMs);
      return;
    }
    await this.end(message, about, (em) => buryEvent(em, { consumer, envelope, tries }, error));
  }

  /** Buries a message that is no event. Nobody waits for it: it does not even say what it is about. */
  async bury(message: JsMsg, error: unknown): Promise<void> {
    const { consumer } = this.options;
    const { stream, streamSequence: sequence, deliveryCount: tries, timestampNanos } = message.info;
    const { subject, data: payload } = message;
    const raw = { subject, stream, sequence, payload, storedAt: new Date(timestampNanos / 1_000_000) };
    const about = { err: error, consumer, subject, stream, sequence, tries };
    await this.end(message, about, (em) => buryRawMessage(em, { consumer, message: raw, tries }, error));
  }

  /** Ends a message as a dead letter; while that cannot be written, it comes again. */
  private async end(message: JsMsg, about: object, write: (em: EntityManager) => Promise<void>): Promise<void> {
    const { logger, em, onBuried } = this.options;
    try {
      await write(em.fork());
      message.term();
      onBuried();
      logger.error(about, 'A message could not be handled and became a dead letter.');
    } catch (cause) {
      logger.error({ ...about, cause }, 'A dead letter could not be written; the message will come again.');
      message.nak(this.retries.decide(message.info, cause).pauseMs ?? reburyMs);
    }
  }
}
