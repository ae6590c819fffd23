import type { ReceivedEvent } from '../contracts/index.js';
import type { Clock } from '../domain/index.js';
import { faultPoint } from '../faults/index.js';
import { type EntityManager, inTransaction, runPrepared } from '../persistence/index.js';
import type { Envelope } from './envelope.js';
import type { EventHandler } from './event-handler.js';
import { claimStatement, moveOnStatement, parkedBehindStatement, skipStatement } from './inbox-statements.js';
import { type Run, runsOf } from './runs.js';

export interface InboxOptions {
  /** Name of the durable consumer, also the key in the tables. */
  consumer: string;
  handlers: ReadonlyMap<string, EventHandler>;
  em: EntityManager;
  now: Clock;
  /** What the subgraph's handlers need beyond the kit's context. */
  handlerContext?: object | undefined;
}

/** What became of a delivery. `parked`: it waits in the database for the events before it. */
export type Delivery = 'handled' | 'known' | 'parked';

/** An event that was parked could not be handled, once its turn had come: the delivery that brought it about is well. */
export class ParkedEventFailure extends Error {
  constructor(
    readonly envelope: Envelope,
    override readonly cause: unknown,
  ) {
    super(`The parked event ${envelope.id} could not be handled.`);
    this.name = 'ParkedEventFailure';
  }
}

/** Which event failed, and why. It need not be the one that was delivered. */
export interface Failure {
  envelope: Envelope;
  cause: unknown;
}

/** Whose failure it was that delivering an event led to. */
export function failureOf(error: unknown, delivered: Envelope): Failure {
  return error instanceof ParkedEventFailure ? error : { envelope: delivered, cause: error };
}

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

  get consumer(): string {
    return this.options.consumer;
  }

  handles({ type }: Envelope): boolean {
    return this.options.handlers.has(type);
  }

  /**
   * Handles an event, then those that were parked behind it.
   * @throws {ParkedEventFailure} when it was one of those that failed; delivered again, the event leads to it again.
   */
  async deliver(envelope: Envelope): Promise<Delivery> {
    const { delivery, next } = await this.take(envelope);
    await this.takeAllParked(next);
    return delivery;
  }

  /**
   * Goes past an event for good, without handling it, and handles those that were parked behind it. Null, and nothing is
   * done, when events before it have not arrived.
   * @param record is written in the same transaction.
   * @throws {ParkedEventFailure} when one of those behind it failed.
   */
  async pass(envelope: Envelope, record: (em: EntityManager) => Promise<void>): Promise<Delivery | null> {
    const receipt = await inTransaction(this.options.em, async (em): Promise<Receipt | null> => {
      const { position, isClaimed } = await this.claim(em, envelope);
      if (envelope.aggregateversion > position + 1) return null;
      await record(em);
      return { delivery: isClaimed ? 'handled' : 'known', next: await this.moveOn(em, envelope) };
    });
    await this.takeAllParked(receipt?.next);
    return receipt?.delivery ?? null;
  }

  /**
   * Passes over events that nobody here handles, all in one statement: most events of an aggregate concern only some of its
   * consumers. Returns those that are done with. The others have to be delivered: something before them is missing, or
   * something behind them waits.
   */
  async skip(envelopes: readonly Envelope[]): Promise<ReadonlySet<Envelope>> {
    const runs = runsOf(envelopes);
    const moved = await this.ask(skipStatement, runs);
    const skipped = runs.filter(({ aggregateId }) => moved.has(aggregateId));
    const held = await this.ask(parkedBehindStatement, skipped);
    return new Set(skipped.filter(({ aggregateId }) => !held.has(aggregateId)).flatMap(({ events }) => events));
  }

  /** Asks one of the two statements about runs, which answer with aggregates. */
  private async ask(statement: string, runs: readonly Run[]): Promise<ReadonlySet<string>> {
    if (runs.length === 0) return new Set();
    const { consumer, em } = this.options;
    const rows = await runPrepared<{ aggregate_id: string }>(em, statement, [
      consumer,
      JSON.stringify(runs.map(toRow)),
    ]);
    return new Set(rows.map(({ aggregate_id: aggregateId }) => aggregateId));
  }

  private async takeAllParked(first: Envelope | undefined): Promise<void> {
    for (let next = first; next; ) next = await this.takeParked(next);
  }

  private async takeParked(envelope: Envelope): Promise<Envelope | undefined> {
    try {
      return (await this.take(envelope)).next;
    } catch (error) {
      throw new ParkedEventFailure(envelope, error);
    }
  }

  private take(envelope: Envelope): Promise<Receipt> {
    const handler = this.options.handlers.get(envelope.type);
    return inTransaction(this.options.em, async (em) => {
      const { position, isClaimed } = await this.claim(em, envelope);
      if (envelope.aggregateversion > position + 1) return this.park(em, envelope);
      if (handler && isClaimed) await this.handle(handler, envelope, em);
      const next = await this.moveOn(em, envelope);
      return { delivery: isClaimed ? 'handled' : 'known', next };
    });
  }

  private async handle(handler: EventHandler, envelope: Envelope, em: EntityManager): Promise<void> {
    const { handlerContext, now } = this.options;
    await faultPoint('inbox.afterInsertBeforeEffect');
    const data = handler.contract.schema.parse(envelope.data);
    await handler.handle({ ...envelope, data } as ReceivedEvent, { ...handlerContext, em, now });
    await em.flush();
    await faultPoint('inbox.afterEffectBeforeCommit');
  }

  /** Locks the aggregate's position, and claims the event if it is its turn and it has not been handled yet. */
  private async claim(em: EntityManager, envelope: Envelope): Promise<{ position: number; isClaimed: boolean }> {
    const { id, subject, aggregateversion } = envelope;
    const values = [this.options.consumer, subject, aggregateversion, id];
    const [row] = await runPrepared<{ version: number; claimed: boolean }>(em, claimStatement, values);
    return { position: row?.version ?? 0, isClaimed: row?.claimed ?? false };
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

  /**
   * Moves the position, takes the event off the parked ones, and off the dead ones if it has been handled. Returns the one
   * that may be handled now.
   */
  private async moveOn(em: EntityManager, envelope: Envelope): Promise<Envelope | undefined> {
    const { id, subject, aggregateversion } = envelope;
    const values = [this.options.consumer, subject, aggregateversion, id];
    const [row] = await runPrepared<{ envelope: Envelope }>(em, moveOnStatement, values);
    return row?.envelope;
  }
}

function toRow({ aggregateId: aggregate_id, first, last, events }: Run): object {
  return { aggregate_id, first, last, event_ids: events.map(({ id }) => id) };
}
