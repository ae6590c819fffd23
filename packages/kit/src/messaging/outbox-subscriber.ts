import type { EventSubscriber, FlushEventArgs } from '@mikro-orm/core';
import { type EventMessage, partsOf } from '../contracts/index.js';
import { AggregateRoot, newId, takeRecordedEvents } from '../domain/index.js';
import { currentCorrelation, traceHeaders } from '../observability/index.js';
import { OutboxMessage } from './outbox-message.js';

// biome-ignore lint/suspicious/noExplicitAny: each aggregate has an event type of its own
type AggregateClass = abstract new (...args: any[]) => AggregateRoot<any>;
// biome-ignore lint/suspicious/noExplicitAny: as above
export type Publish = (event: any, aggregate: any) => EventMessage[];
/** Makes of an event the row that keeps it for good, under the aggregate's `eventCount`. */
// biome-ignore lint/suspicious/noExplicitAny: as above
export type Keep = (event: any, aggregate: any) => object;

/** Which events of an aggregate become which messages, and how they are kept beyond those, if they are. */
export type Publisher = readonly [AggregateClass, Publish, Keep?];

/** Saves what aggregates have recorded to the outbox, in the same flush: a use case cannot forget it. */
export class OutboxSubscriber implements EventSubscriber {
  constructor(private readonly publishers: readonly Publisher[]) {}

  async beforeFlush({ em, uow }: FlushEventArgs): Promise<void> {
    const known = new Set<unknown>([...uow.getPersistStack(), ...uow.getIdentityMap().values()]);
    for (const entity of known) {
      if (!(entity instanceof AggregateRoot)) continue;
      for (const row of this.rowsOf(entity)) em.persist(row);
    }
  }

  private rowsOf(aggregate: AggregateRoot<unknown>): object[] {
    return takeRecordedEvents(aggregate).flatMap((event) => {
      const [, publish, keep] = this.publisherOf(aggregate);
      const messages = publish(event, aggregate);
      if (messages.length > 0) aggregate.eventCount += 1;
      // What is kept bears a number of its own, which only what is published has.
      const kept = keep && messages.length > 0 ? [keep(event, aggregate)] : [];
      return [...messages.map((message) => toOutboxMessage(message, aggregate)), ...kept];
    });
  }

  private publisherOf(aggregate: AggregateRoot<unknown>): Publisher {
    const publisher = this.publishers.find(([aggregateClass]) => aggregate instanceof aggregateClass);
    if (!publisher) throw new Error(`${aggregate.constructor.name} records events, but nothing publishes them.`);
    return publisher;
  }
}

function toOutboxMessage({ type, data }: EventMessage, aggregate: AggregateRoot<unknown>): OutboxMessage {
  const { owner, aggregate: noun } = partsOf(type);
  const { correlationId, causationId } = currentCorrelation();
  return Object.assign(new OutboxMessage(), {
    eventId: newId(),
    aggregateType: `${owner}.${noun}`,
    aggregateId: aggregate.id,
    eventVersion: aggregate.eventCount,
    type,
    payload: data,
    headers: { correlationid: correlationId, ...(causationId && { causationid: causationId }), ...traceHeaders() },
  });
}
