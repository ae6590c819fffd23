import { newId } from '@souk/kit/domain';
import { startTestNats, type TestNats } from '@souk/kit/testing';
import { connect, DeliverPolicy, JSONCodec, type NatsConnection } from 'nats';
import type { TestShop } from './test-shop.js';

export const durable = 'inventory-orders-order';

export interface TestEvent {
  id: string;
  type: string;
  aggregateId: string;
  version: number;
}

/** A broker with the streams of two owners, and events on their way from orders to inventory. */
export class TestPost {
  private constructor(
    private readonly server: TestNats,
    private readonly nats: NatsConnection,
    private readonly shop: TestShop,
  ) {}

  static async open(shop: TestShop): Promise<TestPost> {
    const server = await startTestNats();
    return new TestPost(server, await connect({ servers: server.url }), shop);
  }

  get url(): string {
    return this.server.url;
  }

  /** Empty streams and tables, and a durable that has settled all there is. */
  async clear(): Promise<void> {
    const manager = await this.nats.jetstreamManager();
    for (const owner of ['orders', 'inventory']) {
      await manager.streams.delete(owner.toUpperCase()).catch(() => undefined);
      await manager.streams.add({ name: owner.toUpperCase(), subjects: [`${owner}.*.*.*`] });
      await this.shop.execute(
        owner as 'orders',
        'truncate outbox, inbox, consumer_position, inbox_parked, dead_letter',
      );
    }
  }

  /** To be called when all has been published: what comes afterwards is left over. */
  async follow(): Promise<void> {
    const manager = await this.nats.jetstreamManager();
    await manager.consumers.add('ORDERS', {
      durable_name: durable,
      deliver_policy: DeliverPolicy.New,
      filter_subject: 'orders.order.*.*',
    });
  }

  /** An event that was committed, left, and was handled by inventory. */
  async send(aggregateId: string, version: number): Promise<TestEvent> {
    const event = { id: newId(), type: 'orders.order.placed.v1', aggregateId, version };
    await this.write(event);
    await this.publish(event);
    await this.handle(event);
    return event;
  }

  async write({ id, type, aggregateId, version }: TestEvent, publishedAt: Date | null = new Date()): Promise<void> {
    await this.shop.insert('orders', 'outbox', {
      event_id: id,
      aggregate_type: 'orders.order',
      aggregate_id: aggregateId,
      event_version: version,
      type,
      payload: {},
      headers: {},
      published_at: publishedAt,
    });
  }

  async publish({ id, type, aggregateId, version }: TestEvent): Promise<void> {
    const envelope = { id, type, subject: aggregateId, aggregateversion: version, data: {} };
    await this.nats.jetstream().publish(type, JSONCodec().encode(envelope));
  }

  async handle({ id, aggregateId, version }: TestEvent, handledAt = new Date()): Promise<void> {
    const receipt = { consumer: durable, event_id: id, aggregate_id: aggregateId, version, handled_at: handledAt };
    await this.shop.insert('inventory', 'inbox', receipt);
    await this.shop.execute(
      'inventory',
      `insert into consumer_position (consumer, aggregate_id, version) values ($1, $2, $3)
       on conflict (consumer, aggregate_id) do update set version = excluded.version`,
      [durable, aggregateId, version],
    );
  }

  async close(): Promise<void> {
    await this.nats.close();
    await this.server.stop();
  }
}
