import type { EventSubscriber, FlushEventArgs } from '@mikro-orm/core';
import { type EventMessage, partsOf } from '../contracts/index.js';
import { AggregateRoot, newId, takeRecordedEvents } from '../domain/index.js';
import { currentCorrelation, traceHeaders } from '../observability/index.js';
import { OutboxMessage } from './outbox-message.js';

// biome-ignore lint/suspicious/noExplicitAny: each aggregate has an event type of its own
type AggregateClass = abstract new (...args: any[]) => AggregateRoot<any>;
// biome-ignore lint/suspicious/noExplicitAny: as above
export type Publish = (event: any, aggregate: any) => EventMessage[];

/** Which events of an aggregate become which messages. */
export type Publisher = readonly [AggregateClass, Publish];

/** Saves what aggregates have recorded to the outbox, in the same flush: a use case cannot forget it. */
export class OutboxSubscriber implements EventSubscriber {
  constructor(private readonly publishers: readonly Publisher[]) {}

  async beforeFlush({ em, uow }: FlushEventArgs): Promise<void> {
    const known = new Set<unknown>([...uow.getPersistStack(), ...uow.getIdentityMap().values()]);
    for (const entity of known) {
      if (!(entity instanceof AggregateRoot)) continue;
      for (const message of this.messagesOf(entity)) em.persist(message);
    }
  }

  private messagesOf(aggregate: AggregateRoot<unknown>): OutboxMessage[] {
    return takeRecordedEvents(aggregate).flatMap((event) => {
      const messages = this.publishOf(aggregate)(event, aggregate);
      if (messages.length > 0) aggregate.eventCount += 1;
      return messages.map((message) => toOutboxMessage(message, aggregate));
    });
  }

  private publishOf(aggregate: AggregateRoot<unknown>): Publish {
    const publisher = this.publishers.find(([aggregateClass]) => aggregate instanceof aggregateClass);
    if (!publisher) throw new Error(`${aggregate.constructor.name} records events, but nothing publishes them.`);
    return publisher[1];
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
