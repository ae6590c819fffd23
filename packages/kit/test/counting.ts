import type { NatsConnection } from 'nats';
import { createAsk, startAnswering } from '../src/asking/index.js';
import { answerDeadLetters } from '../src/dead-letters/index.js';
import { newId } from '../src/domain/index.js';
import { answerRepublish, type EventHandler, type Messaging, onEvent, startMessaging } from '../src/messaging/index.js';
import { type EntityManager, inTransaction } from '../src/persistence/index.js';
import { publishEvent } from '../src/testing/index.js';
import { Counter, countedV1 } from './counter.js';
import { logger, type TestRoom } from './test-room.js';

/** Counters and those who listen to them, in one database and on one broker. */
export class Counting {
  listener!: Messaging;
  /** Throws for the counts that cannot be handled. */
  failure: ((count: number) => void) | undefined;
  /** Happens in the handler's transaction. */
  duringHandling: ((em: EntityManager) => Promise<void>) | undefined;
  private owner!: Messaging;
  private silence!: () => Promise<void>;

  private constructor(
    readonly room: TestRoom,
    readonly nats: NatsConnection,
  ) {}

  static async start(room: TestRoom): Promise<Counting> {
    const counting = new Counting(room, await room.connect());
    counting.owner = await counting.startMessaging('counters', []);
    await counting.startListening();
    counting.silence = counting.startAnswering();
    return counting;
  }

  get em() {
    return this.room.orm.em.fork();
  }

  get ask() {
    return createAsk(this.nats);
  }

  async startListening(): Promise<void> {
    const hear = onEvent(countedV1, async ({ data }, { em }) => {
      this.failure?.(data.count);
      await this.duringHandling?.(em);
      await em.execute('insert into heard (counter_id, count) values (?, ?)', [data.counterId, data.count]);
    });
    this.listener = await this.startMessaging('listeners', [hear]);
  }

  async stopListening(): Promise<void> {
    await this.listener.stopConsuming();
    await this.listener.stopPublishing();
  }

  async stop(): Promise<void> {
    await this.stopListening();
    await this.silence();
    await this.owner.stopPublishing();
    await this.nats.drain();
  }

  /** Publishes counts of a new counter as its owner would, in this order. Returns the counter's id. */
  async publish(...counts: number[]): Promise<string> {
    const counterId = newId();
    for (const count of counts) {
      await publishEvent(this.nats, countedV1({ counterId, count }), { aggregateId: counterId, version: count });
    }
    return counterId;
  }

  /** Lets a counter count, a transaction each time. Returns its id. */
  async countUp(times: number, counter = new Counter()): Promise<string> {
    for (let time = 0; time < times; time += 1) {
      await inTransaction(this.room.orm.em, async (em) => {
        const stored = (await em.findOne(Counter, { id: counter.id })) ?? counter;
        stored.increase();
        em.persist(stored);
      });
    }
    return counter.id;
  }

  async heardOf(counterId: string): Promise<number[]> {
    const rows = await this.em.execute<{ count: number }[]>(
      'select count from heard where counter_id = ? order by ctid',
      [counterId],
    );
    return rows.map(({ count }) => count);
  }

  rowsOf<Row = Record<string, unknown>>(table: string, aggregateId: string): Promise<Row[]> {
    return this.em.execute(`select * from ${table} where aggregate_id = ? order by version`, [aggregateId]);
  }

  private startMessaging(subgraph: string, handlers: EventHandler[]): Promise<Messaging> {
    const { orm, database } = this.room;
    const about = { subgraph, databaseUrl: database.url, nats: this.nats, em: orm.em, now: () => new Date() };
    return startMessaging({ ...about, handlers, logger });
  }

  private startAnswering(): () => Promise<void> {
    const context = () => ({ em: this.em, now: () => new Date(), ask: this.ask, logger });
    const answers = [
      answerRepublish('counters', this.nats),
      ...answerDeadLetters('listeners', (name) => this.listener.inboxOf(name)),
    ];
    return startAnswering(this.nats, answers, { context, logger });
  }
}
