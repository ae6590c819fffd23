import { setTimeout as delay } from 'node:timers/promises';
import {
  AckPolicy,
  type ConsumerMessages,
  DeliverPolicy,
  type JetStreamClient,
  type JetStreamManager,
  type JsMsg,
} from 'nats';
import type { Turns } from '../concurrency/index.js';
import { faultPoint } from '../faults/index.js';
import { type Correlation, inSpan, type Logger, SpanKind, withCorrelation } from '../observability/index.js';
import { AckFloor } from './ack-floor.js';
import { type Envelope, envelopeSchema } from './envelope.js';
import { FailedMessages } from './failed-messages.js';
import { failureOf, Inbox, type InboxOptions } from './inbox.js';
import { isBrokerAway } from './is-broker-away.js';
import { PerKeyQueue } from './per-key-queue.js';
import { Skips } from './skips.js';
import { ensureStream, streamOf } from './streams.js';

export interface ConsumerOptions extends Omit<InboxOptions, 'consumer'> {
  subgraph: string;
  /** Whose events, and of which aggregate: `orders`, `order`. */
  owner: string;
  aggregate: string;
  jetstream: JetStreamClient;
  manager: JetStreamManager;
  /** Shared with the other consumers of the process. */
  turns: Turns;
  logger: Logger;
}

/**
 * How many events a process handles at once, whoever they are from. Few: nobody waits for an event as for the answer to a
 * request, and requests need the same connections and processors.
 */
export const handledAtOnce = 2;
/** What a consumer has in hand is soon handled, or its time for the acknowledgment would run out before its turn. */
const mostInHand = 4 * handledAtOnce;
const maxUnacknowledged = 500;
/**
 * How long what a dead process had in hand is kept from the others. Whoever takes longer than that is not wrong: the inbox
 * lets one of the two have its effect.
 */
const ackWaitNs = 10 * 1_000_000_000;
const retryMs = 500;
/** A moment for the broker to notice that we ask for nothing any more, or it would send us the same again. */
const handOverMs = 100;

/**
 * How long an event that nobody here handles waits for more of its kind. An owner publishes together what it commits
 * together; longer would leave more in the hands of a process that dies.
 */
const lingerMs = 10;
const mostSkippedAtOnce = 64;

interface Received {
  message: JsMsg;
  envelope: Envelope;
}

/** Takes every event of one aggregate of one owner from its stream, through one durable. */
export class Consumer {
  readonly name: string;
  private readonly queue = new PerKeyQueue(handledAtOnce);
  private readonly skips = new Skips<Received>({
    skip: (received) => this.skip(received),
    lingerMs,
    mostAtOnce: mostSkippedAtOnce,
  });
  private readonly failures: FailedMessages;
  private readonly floor: AckFloor;
  readonly inbox: Inbox;
  private floorMayRise = false;
  private messages: ConsumerMessages | undefined;
  private stopping = false;
  private running: Promise<void> | undefined;

  constructor(private readonly options: ConsumerOptions) {
    this.name = `${options.subgraph}-${options.owner}-${options.aggregate}`;
    this.inbox = new Inbox({ ...options, consumer: this.name });
    this.floor = new AckFloor(this.name, options.em);
    const onBuried = () => this.letFloorRise();
    this.failures = new FailedMessages({ ...options, consumer: this.name, maxUnacknowledged, onBuried });
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

  /** Keeps how far it has come, for the time when the broker does not know it. */
  async keepFloor(): Promise<void> {
    if (!this.floorMayRise) return;
    this.floorMayRise = false;
    try {
      const { manager, owner } = this.options;
      const info = await manager.consumers.info(streamOf(owner), this.name);
      await this.floor.keep(info);
      // The broker may have answered before it took what we acknowledged.
      if (info.num_ack_pending > 0) this.floorMayRise = true;
    } catch (error) {
      this.floorMayRise = true;
      if (!isBrokerAway(error)) throw error;
    }
  }

  private async ensureDurable(): Promise<void> {
    const { owner, aggregate, manager } = this.options;
    const { state } = await ensureStream(manager, owner);
    await this.floor.recall(state.last_seq);
    await manager.consumers.add(streamOf(owner), {
      durable_name: this.name,
      filter_subject: `${owner}.${aggregate}.*.*`,
      ack_policy: AckPolicy.Explicit,
      deliver_policy: DeliverPolicy.All,
      ack_wait: ackWaitNs,
      max_deliver: -1,
      max_ack_pending: maxUnacknowledged,
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
    this.messages = await consumer.consume({
      max_messages: mostInHand,
      expires: 30_000,
      idle_heartbeat: 5_000,
      abort_on_missing_resource: true,
    });
    // Whoever stopped us while we asked found nothing to close. It is closed when it has been read to its end.
    if (this.stopping) void this.messages.close();
    for await (const message of this.messages) {
      if (this.stopping) message.nak(handOverMs);
      else if (this.floor.covers(message.info)) message.ack();
      else await this.accept(message);
    }
  }

  private async accept(message: JsMsg): Promise<void> {
    let envelope: Envelope;
    try {
      envelope = envelopeSchema.parse(JSON.parse(message.string()));
    } catch (error) {
      return this.failures.bury(message, error);
    }
    const { subject } = envelope;
    if (!this.inbox.handles(envelope)) return this.queue.addBeside(subject, () => this.addSkip({ message, envelope }));
    if (this.queue.isBusy(subject)) this.skips.hurry();
    await this.queue.add(subject, () => this.process({ message, envelope }));
  }

  private addSkip(received: Received): Promise<void> {
    const skipped = this.skips.add(received);
    if (this.queue.isAwaited(received.envelope.subject)) this.skips.hurry();
    return skipped;
  }

  private async skip(received: readonly Received[]): Promise<void> {
    const envelopes = received.map(({ envelope }) => envelope);
    try {
      const done = await this.options.turns.take(() => this.inbox.skip(envelopes));
      await faultPoint('consumer.afterCommitBeforeAck');
      const { skipped = [], left = [] } = Object.groupBy(received, ({ envelope }) =>
        done.has(envelope) ? 'skipped' : 'left',
      );
      for (const one of skipped) this.settle(one);
      await Promise.all(left.map((one) => this.process(one)));
    } catch (error) {
      await Promise.all(received.map((one) => this.giveBack(one, error)));
    }
  }

  /** Never rejects: what cannot be handled is given back. */
  private process(received: Received): Promise<void> {
    return this.options.turns.take(async () => {
      try {
        await this.deliver(received.envelope);
        await faultPoint('consumer.afterCommitBeforeAck');
        this.settle(received);
      } catch (error) {
        await this.giveBack(received, error);
      }
    });
  }

  private deliver(envelope: Envelope): Promise<unknown> {
    const span = {
      kind: SpanKind.CONSUMER,
      attributes: { 'messaging.destination.name': envelope.type },
      parent: envelope,
    };
    return withCorrelation(correlationOf(envelope), () =>
      inSpan(`handle ${envelope.type}`, span, () => this.inbox.deliver(envelope)),
    );
  }

  private settle({ message }: Received): void {
    message.ack();
    this.letFloorRise();
  }

  private letFloorRise(): void {
    this.floorMayRise = true;
  }

  private giveBack({ message, envelope }: Received, error: unknown): Promise<void> {
    return withCorrelation(correlationOf(envelope), () => this.failures.giveBack(message, failureOf(error, envelope)));
  }
}

function correlationOf({ type, id, correlationid: correlationId }: Envelope): Correlation {
  return { correlationId, causationId: id, actor: `event:${type}` };
}
