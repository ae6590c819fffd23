/** Takes the events of one source, in their order. */
export interface EventSink<Event> {
  push(event: Event): void;
  /** There will be no more; what came before is still told. */
  end(): void;
  /** There will be no more, because of the error; what came before is still told. */
  fail(error: unknown): void;
}
