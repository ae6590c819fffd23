import { setTimeout as delay } from 'node:timers/promises';
import type { EventContract } from '@souk/kit/contracts';
import { ensureStream, type NatsConnection, streamOf } from '@souk/kit/messaging';
import type { Logger } from '@souk/kit/observability';
import { AckPolicy, type Consumer, type ConsumerMessages, DeliverPolicy, nanos } from 'nats';

const retryMs = 500;
/** The more happens, the longer one waits before the next is passed on: what is done together costs less. */
const leastIntervalMs = 10;
const mostIntervalMs = 80;
const intervalMsPerEvent = 1;
const mostMessages = 1_000;
/** Of what came the last time: a few too few do not matter, and of a few too many each would come by itself. */
const shareAskedFor = 0.9;
const askAgainMs = 30_000;
/** When the server may forget a feed that does not ask any more. */
const forgottenAfterMs = 60_000;

export interface FeedListener<Data> {
  hear(data: Data): void;
  /** Something may have been missed. */
  doubt(): void;
}

interface FeedParts<Data> {
  contract: EventContract<Data>;
  /** Which thing an event is about. */
  idOf(data: Data): string;
  nats: NatsConnection;
  logger: Logger;
}

/** Hears every event of one contract, from now on, and tells those who listen to the thing that it is about. */
export class EventFeed<Data> {
  private readonly listeners = new Map<string, Set<FeedListener<Data>>>();
  private messages: ConsumerMessages | undefined;
  private isStopping = false;
  private hasBroken = false;

  constructor(private readonly parts: FeedParts<Data>) {
    void this.run();
    void this.watchConnection();
  }

  /** Listens to one thing. Returns a function that ends this. */
  listen(id: string, listener: FeedListener<Data>): () => void {
    const others = this.listeners.get(id) ?? new Set();
    this.listeners.set(id, others.add(listener));
    return () => {
      others.delete(listener);
      if (others.size === 0 && this.listeners.get(id) === others) this.listeners.delete(id);
    };
  }

  async stop(): Promise<void> {
    this.isStopping = true;
    await this.messages?.close();
  }

  private async run(): Promise<void> {
    while (!this.isStopping) {
      try {
        await this.follow();
      } catch (error) {
        if (this.isStopping) return;
        this.parts.logger.warn(
          { err: error, event: this.parts.contract.type },
          'Events cannot be followed at the moment.',
        );
        await delay(retryMs);
      }
    }
  }

  /** From the stream's present end on. What came until then, those who listen read for themselves. */
  private async follow(): Promise<void> {
    const { nats, contract } = this.parts;
    const stream = streamOf(contract.owner);
    const manager = await nats.jetstreamManager();
    await ensureStream(manager, contract.owner);
    this.hasBroken = false;
    const { state } = await manager.streams.info(stream);
    const { name } = await manager.consumers.add(stream, {
      filter_subject: contract.type,
      deliver_policy: DeliverPolicy.StartSequence,
      opt_start_seq: state.last_seq + 1,
      ack_policy: AckPolicy.None,
      inactive_threshold: nanos(forgottenAfterMs),
      mem_storage: true,
    });
    const consumer = await nats.jetstream().consumers.get(stream, name);
    this.doubtAll();
    await this.pull(consumer);
  }

  /**
   * Asks for about as much as should have come since the last time. It comes at once then, in one piece; one by one, each
   * would wake the process up, which costs more than all the rest. When little happens, this asks for the very next one.
   * @throws {Error} when something is missing in between.
   */
  private async pull(consumer: Consumer): Promise<void> {
    let expected = 1;
    for (let wanted = 1; !this.isStopping && !this.hasBroken; ) {
      const messages = await consumer.fetch({ max_messages: wanted, expires: askAgainMs });
      this.messages = messages;
      const firstExpected = expected;
      let pending = 0;
      for await (const { info, data } of messages) {
        if (info.deliverySequence !== expected) throw new Error(`Event ${expected} of the feed was not delivered.`);
        expected += 1;
        pending = info.pending;
        this.tell(data);
      }
      const count = expected - firstExpected;
      wanted = Math.min(mostMessages, Math.max(1, pending + Math.floor(count * shareAskedFor)));
      if (count > 0) await delay(Math.min(mostIntervalMs, leastIntervalMs + count * intervalMsPerEvent));
    }
  }

  /** After a pause it begins anew at once, instead of waiting until the library finds out that its consumer is gone. */
  private async watchConnection(): Promise<void> {
    for await (const { type } of this.parts.nats.status()) {
      if (this.isStopping) return;
      if (type !== 'reconnect') continue;
      this.hasBroken = true;
      await this.messages?.close();
    }
  }

  private doubtAll(): void {
    for (const listeners of [...this.listeners.values()]) for (const listener of [...listeners]) listener.doubt();
  }

  private tell(message: Uint8Array): void {
    const { contract, idOf, logger } = this.parts;
    try {
      const { data } = JSON.parse(Buffer.from(message).toString()) as { data: Data };
      const listeners = this.listeners.get(idOf(data));
      if (!listeners) return;
      const valid = contract.schema.parse(data);
      for (const listener of [...listeners]) listener.hear(valid);
    } catch (error) {
      logger.error({ err: error, event: contract.type }, 'An event could not be read.');
    }
  }
}
