import { setTimeout as delay } from 'node:timers/promises';
import type { EventContract } from '@souk/kit/contracts';
import { ensureStream, type NatsConnection, streamOf } from '@souk/kit/messaging';
import type { Logger } from '@souk/kit/observability';
import type { ConsumerMessages } from 'nats';

const retryMs = 500;
/** While much happens it is passed on in such intervals: what is done together costs less. */
const intervalMs = 40;

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
  private gathered: Uint8Array[] = [];
  private passedOnAtMs = 0;
  private isStopping = false;

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
    const { state } = await manager.streams.info(stream);
    const consumer = await nats.jetstream().consumers.get(stream, {
      filterSubjects: contract.type,
      opt_start_seq: state.last_seq + 1,
    });
    const messages = await consumer.consume({
      max_messages: 1_000,
      expires: 30_000,
      idle_heartbeat: 5_000,
      callback: ({ data }) => this.gather(data),
    });
    this.messages = messages;
    if (this.isStopping) await messages.close();
    this.doubtAll();
    await messages.closed();
  }

  private gather(message: Uint8Array): void {
    this.gathered.push(message);
    if (this.gathered.length > 1) return;
    const waitMs = Math.max(0, this.passedOnAtMs + intervalMs - performance.now());
    setTimeout(() => this.passOn(), waitMs);
  }

  private passOn(): void {
    const { gathered } = this;
    this.gathered = [];
    this.passedOnAtMs = performance.now();
    for (const message of gathered) this.tell(message);
  }

  /** After a pause it begins anew at once, instead of waiting until the library finds out that its consumer is gone. */
  private async watchConnection(): Promise<void> {
    for await (const { type } of this.parts.nats.status()) {
      if (this.isStopping) return;
      if (type === 'reconnect') await this.messages?.close();
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
