import type { ReceivedEvent } from '../contracts/index.js';
import type { Clock } from '../domain/index.js';
import { type EntityManager, inTransaction } from '../persistence/index.js';
import type { Envelope } from './envelope.js';
import type { EventHandler } from './event-handler.js';

export interface InboxOptions {
  /** Name of the durable consumer, also the key in the tables. */
  consumer: string;
  handlers: ReadonlyMap<string, EventHandler>;
  em: EntityManager;
  now: Clock;
}

/** What became of a delivery. `parked`: it waits in the database for the events before it. */
export type Delivery = 'handled' | 'known' | 'parked';

interface Receipt {
  delivery: Delivery;
  next?: Envelope | undefined;
}

/**
 * Takes deliveries of one consumer. Each event has its effect once: the inbox row is the first write of the handler's
 * transaction. Per aggregate they have it in order: version v only after v − 1; what comes too early is parked.
 */
export class Inbox {
  constructor(private readonly options: InboxOptions) {}

  /** Handles an event, then those that were parked behind it. */
  async deliver(envelope: Envelope): Promise<Delivery> {
    const first = await this.take(envelope);
    for (let next = first.next; next; ) next = (await this.take(next)).next;
    return first.delivery;
  }

  private take(envelope: Envelope): Promise<Receipt> {
    return inTransaction(this.options.em, async (em) => {
      const position = await this.lockPosition(em, envelope.subject);
      if (envelope.aggregateversion > position + 1) return this.park(em, envelope);
      const handler = this.options.handlers.get(envelope.type);
      const isFresh = envelope.aggregateversion >= position && (!handler || (await this.claim(em, envelope)));
      if (handler && isFresh) await this.handle(handler, envelope, em);
      const next = await this.moveOn(em, envelope);
      return { delivery: isFresh ? 'handled' : 'known', next };
    });
  }

  private async handle(handler: EventHandler, envelope: Envelope, em: EntityManager): Promise<void> {
    const data = handler.contract.schema.parse(envelope.data);
    await handler.handle({ ...envelope, data } as ReceivedEvent, { em, now: this.options.now });
    await em.flush();
  }

  private async lockPosition(em: EntityManager, aggregateId: string): Promise<number> {
    const [row] = await em.execute<{ version: number }[]>(
      `insert into consumer_position (consumer, aggregate_id, version) values (?, ?, 0)
       on conflict (consumer, aggregate_id) do update set version = consumer_position.version returning version`,
      [this.options.consumer, aggregateId],
    );
    return row?.version ?? 0;
  }

  private async claim(em: EntityManager, { id, subject, aggregateversion }: Envelope): Promise<boolean> {
    const rows = await em.execute<unknown[]>(
      `insert into inbox (consumer, event_id, aggregate_id, version) values (?, ?, ?, ?)
       on conflict do nothing returning 1`,
      [this.options.consumer, id, subject, aggregateversion],
    );
    return rows.length === 1;
  }

  private async park(em: EntityManager, envelope: Envelope): Promise<Receipt> {
    const { id, subject, aggregateversion, type } = envelope;
    await em.execute(
      `insert into inbox_parked (consumer, event_id, aggregate_id, version, type, envelope)
       values (?, ?, ?, ?, ?, ?::jsonb) on conflict do nothing`,
      [this.options.consumer, id, subject, aggregateversion, type, JSON.stringify(envelope)],
    );
    return { delivery: 'parked' };
  }

  /** Moves the position, takes the event off the parked ones, and returns the one that may be handled now. */
  private async moveOn(em: EntityManager, envelope: Envelope): Promise<Envelope | undefined> {
    const { consumer } = this.options;
    const { id, subject, aggregateversion } = envelope;
    const [row] = await em.execute<{ envelope: Envelope }[]>(
      `with moved as (
         update consumer_position set version = ? where consumer = ? and aggregate_id = ? and version < ?
       ), unparked as (
         delete from inbox_parked where consumer = ? and event_id = ?
       )
       select envelope from inbox_parked
       where consumer = ? and aggregate_id = ? and version <= ? and event_id <> ? order by version limit 1`,
      [
        aggregateversion,
        consumer,
        subject,
        aggregateversion,
        consumer,
        id,
        consumer,
        subject,
        aggregateversion + 1,
        id,
      ],
    );
    return row?.envelope;
  }
}
