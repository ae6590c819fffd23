const recorded = new WeakMap<object, unknown[]>();

/** Guards a set of rules and is saved as one. What happens to it is recorded here and leaves through the outbox. */
export abstract class AggregateRoot<Event> {
  /** How many events it has recorded in its life: the order that consumers rely on. Raised by the outbox alone. */
  eventCount = 0;
  /** The object-relational mapper's optimistic lock. */
  readonly version!: number;

  abstract readonly id: string;

  protected record(event: Event): void {
    recorded.set(this, [...(recorded.get(this) ?? []), event]);
  }
}

/** Returns the events recorded since the last call, oldest first, and forgets them. */
export function takeRecordedEvents<Event>(aggregate: AggregateRoot<Event>): Event[] {
  const events = (recorded.get(aggregate) ?? []) as Event[];
  recorded.delete(aggregate);
  return events;
}
