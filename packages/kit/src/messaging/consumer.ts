import { setTimeout as delay } from 'node:timers/promises';
import {
  AckPolicy,
  type ConsumerMessages,
  DeliverPolicy,
  type JetStreamClient,
  type JetStreamManager,
  JSONCodec,
  type JsMsg,
} from 'nats';
import type { Clock } from '../domain/index.js';
import { inSpan, type Logger, SpanKind, withCorrelation } from '../observability/index.js';
import type { EntityManager } from '../persistence/index.js';
import { buryMessage, isHopeless, pauseBeforeRetryMs } from './dead-letters.js';
import { type Envelope, envelopeSchema } from './envelope.js';
import type { EventHandler } from './event-handler.js';
import { Inbox, ParkedEventFailure } from './inbox.js';
import { PerKeyQueue } from './per-key-queue.js';
import { ensureStream, streamOf } from './streams.js';

export interface ConsumerOptions {
  subgraph: string;
  /** Whose events, and of which aggregate: `orders`, `order`. */
  owner: string;
  aggregate: string;
  handlers: ReadonlyMap<string, EventHandler>;
  em: EntityManager;
  now: Clock;
  jetstream: JetStreamClient;
  manager: JetStreamManager;
  logger: Logger;
}

/** Which event failed, and why. It need not be the one that the message brought. */
interface Failure {
  envelope: Envelope;
  cause: unknown;
}

const concurrency = 8;
const ackWaitNs = 30 * 1_000_000_000;
const retryMs = 500;
const codec = JSONCodec();

/** Takes every event of one aggregate of one owner from its stream, through one durable. */
export class Consumer {
  readonly name: string;
  private readonly queue = new PerKeyQueue(concurrency);
  private readonly inbox: Inbox;
  private messages: ConsumerMessages | undefined;
  private stopping = false;
  private running: Promise<void> | undefined;

  constructor(private readonly options: ConsumerOptions) {
    this.name = `${options.subgraph}-${options.owner}-${options.aggregate}`;
    this.inbox = new Inbox({ consumer: this.name, handlers: options.handlers, em: options.em, now: options.now });
  }

  /** Resolves when the durable exists, so that nothing published from now on can be missed. */
  async start(): Promise<void> {
    await this.ensureDurable();
    this.running = this.run();
  }

  /** Takes nothing more, finishes what is being handled. */
  async stop(): Promise<void> {
    this.stopping = true;
    await this.messages?.close();
    await this.running;
    await this.queue.whenIdle();
  }

  private async ensureDurable(): Promise<void> {
    const { owner, aggregate, manager } = this.options;
    await ensureStream(manager, owner);
    await manager.consumers.add(streamOf(owner), {
      durable_name: this.name,
      filter_subject: `${owner}.${aggregate}.*.*`,
      ack_policy: AckPolicy.Explicit,
      deliver_policy: DeliverPolicy.All,
      ack_wait: ackWaitNs,
      max_deliver: -1,
      max_ack_pending: 500,
    });
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      try {
        await this.consume();
      } catch (error) {
        this.options.logger.warn({ err: error, consumer: this.name }, 'A consumer lost its stream and tries again.');
        await delay(retryMs);
        await this.ensureDurable().catch((cause: unknown) =>
          this.options.logger.warn({ err: cause }, 'No stream yet.'),
        );
      }
    }
  }

  private async consume(): Promise<void> {
    const consumer = await this.options.jetstream.consumers.get(streamOf(this.options.owner), this.name);
    this.messages = await consumer.consume({ max_messages: concurrency * 4, expires: 30_000, idle_heartbeat: 5_000 });
    for await (const message of this.messages) {
      if (this.stopping) break;
      await this.accept(message);
    }
  }

  private async accept(message: JsMsg): Promise<void> {
    const parsed = envelopeSchema.safeParse(decode(message));
    if (!parsed.success) {
      this.options.logger.error(
        { subject: message.subject, seq: message.seq },
        'A message without a valid envelope was refused.',
      );
      message.term();
      return;
    }
    const envelope = parsed.data;
    await this.queue.add(envelope.subject, () => this.process(message, envelope));
  }

  private async process(message: JsMsg, envelope: Envelope): Promise<void> {
    const correlation = { correlationId: envelope.correlationid, causationId: envelope.id };
    const span = {
      kind: SpanKind.CONSUMER,
      attributes: { 'messaging.destination.name': envelope.type },
      parent: envelope,
    };
    try {
      await withCorrelation(correlation, () =>
        inSpan(`handle ${envelope.type}`, span, () => this.inbox.deliver(envelope)),
      );
      message.ack();
    } catch (error) {
      const failure = error instanceof ParkedEventFailure ? error : { envelope, cause: error };
      await withCorrelation(correlation, () => this.giveBack(message, failure));
    }
  }

  /** Asks for the message again later, or buries the event that failed when that is hopeless. */
  private async giveBack(message: JsMsg, { envelope, cause: error }: Failure): Promise<void> {
    const { logger, em } = this.options;
    const tries = message.info.deliveryCount;
    const about = { err: error, consumer: this.name, event: envelope.id, type: envelope.type, tries };
    if (!isHopeless(error, tries)) {
      logger.warn(about, 'An event could not be handled and will be tried again.');
      message.nak(pauseBeforeRetryMs(tries));
      return;
    }
    try {
      await buryMessage(em.fork(), { consumer: this.name, envelope, tries }, error);
      message.term();
      logger.error(about, 'An event could not be handled and became a dead letter.');
    } catch (cause) {
      logger.error({ ...about, cause }, 'A dead letter could not be written; the event will come again.');
      message.nak(pauseBeforeRetryMs(tries));
    }
  }
}

function decode(message: JsMsg): unknown {
  try {
    return codec.decode(message.data);
  } catch {
    return undefined;
  }
}
