import { setTimeout as delay } from 'node:timers/promises';
import { ensureStream, type NatsConnection, streamOf } from '@souk/kit/messaging';
import type { Logger } from '@souk/kit/observability';
import {
  AckPolicy,
  type ConsumerConfig,
  type ConsumerMessages,
  DeliverPolicy,
  type QueuedIterator,
  type Status,
} from 'nats';
import type { StreamRange } from './redis/redis-layer.js';

const retryMs = 500;
/** A broker that is silent for two of these is taken for gone, though the connection may still look open. */
const heartbeatMs = 1_000;

export interface HeardEvent {
  /** Its number in the stream. */
  sequence: number;
  type: string;
  /** The envelope as JSON. */
  content: Uint8Array;
}

export interface StreamListener {
  /** The number of the event after which to go on. */
  resumeAfter(stream: string, range: StreamRange): Promise<number>;
  hear(stream: string, event: HeardEvent): void;
  /** From here on, everything is heard as it happens. */
  caughtUp(stream: string): void;
  /** From here on, something may happen that is not heard. */
  lost(stream: string): void;
}

/** One of this process alone, which the broker forgets when nobody has asked for long. */
const consumerConfig: Partial<ConsumerConfig> = {
  deliver_policy: DeliverPolicy.StartSequence,
  ack_policy: AckPolicy.None,
  mem_storage: true,
  num_replicas: 1,
  inactive_threshold: 60 * 1_000_000_000,
};

interface StreamParts {
  owner: string;
  nats: NatsConnection;
  listener: StreamListener;
  logger: Logger;
}

/** Hears the events of one owner in their order, and says at all times whether it hears them as they happen. */
export class StreamFollower {
  private readonly stream: string;
  private messages: ConsumerMessages | undefined;
  /** Another one whenever what was begun is worth nothing any more. */
  private attempt = 0;
  private isStopping = false;
  private running: Promise<void> | undefined;
  private readonly connection: QueuedIterator<Status>;

  constructor(private readonly parts: StreamParts) {
    this.stream = streamOf(parts.owner);
    this.connection = parts.nats.status() as QueuedIterator<Status>;
  }

  start(): void {
    this.running = this.run();
    void this.watchConnection();
  }

  /** Begins anew, where the listener wants to go on. */
  restart(): void {
    this.attempt += 1;
    this.parts.listener.lost(this.stream);
    void this.messages?.close();
  }

  async stop(): Promise<void> {
    this.isStopping = true;
    this.connection.stop();
    this.restart();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.isStopping) {
      try {
        await this.follow();
      } catch (error) {
        if (this.isStopping) return;
        this.parts.logger.warn({ err: error, stream: this.stream }, 'Nothing is cached until events are heard again.');
        await delay(retryMs);
      } finally {
        this.parts.listener.lost(this.stream);
      }
    }
  }

  private async follow(): Promise<void> {
    const { nats, owner, listener } = this.parts;
    this.attempt += 1;
    const attempt = this.attempt;
    const manager = await nats.jetstreamManager();
    await ensureStream(manager, owner);
    const { state } = await manager.streams.info(this.stream);
    const after = await listener.resumeAfter(this.stream, { first: state.first_seq, last: state.last_seq });
    const { name, num_pending: pending } = await manager.consumers.add(this.stream, {
      ...consumerConfig,
      filter_subject: `${owner}.>`,
      opt_start_seq: after + 1,
    });
    const consumer = await nats.jetstream().consumers.get(this.stream, name);
    const messages = await consumer.consume({ max_messages: 1_000, expires: 30_000, idle_heartbeat: heartbeatMs });
    this.messages = messages;
    // Whoever closes what is not read yet would wait for ever.
    if (this.isStopping || attempt !== this.attempt) return void messages.close();
    void this.watchHeartbeats(messages);
    if (pending === 0) listener.caughtUp(this.stream);
    await this.hearAll(messages, attempt);
  }

  private async hearAll(messages: ConsumerMessages, attempt: number): Promise<void> {
    const { listener } = this.parts;
    let heard = 0;
    for await (const { info, seq, subject, data } of messages) {
      if (attempt !== this.attempt) break;
      heard += 1;
      // One was lost on its way; it can be had again.
      if (info.deliverySequence !== heard) return this.restart();
      listener.hear(this.stream, { sequence: seq, type: subject, content: data });
      if (info.pending === 0) listener.caughtUp(this.stream);
    }
  }

  private async watchHeartbeats(messages: ConsumerMessages): Promise<void> {
    for await (const { type } of await messages.status()) {
      if (type === 'heartbeats_missed' && messages === this.messages) return this.restart();
    }
  }

  private async watchConnection(): Promise<void> {
    for await (const { type } of this.connection) {
      if (type === 'disconnect' || type === 'reconnect') this.restart();
    }
  }
}
