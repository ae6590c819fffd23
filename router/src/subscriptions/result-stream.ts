import type { FormattedExecutionResult } from 'graphql';
import type { EventQueue } from './event-queue.js';

/** The results of one subscription. `return` unsubscribes at once, even while a result is awaited. */
export interface ResultStream extends AsyncIterableIterator<FormattedExecutionResult, undefined> {
  return(): Promise<IteratorResult<FormattedExecutionResult, undefined>>;
}

const over = { value: undefined, done: true } as const;

/** One result for each event, in their order. A result that cannot be made ends the stream. */
export function resultsOf<Event>(
  events: EventQueue<Event>,
  toResult: (event: Event) => Promise<FormattedExecutionResult>,
): ResultStream {
  const stream: ResultStream = {
    async next() {
      const event = await events.next();
      if (event.done) return over;
      try {
        const value = await toResult(event.value);
        return events.isAbandoned ? over : { value, done: false };
      } catch (error) {
        await events.return();
        throw error;
      }
    },
    async return() {
      await events.return();
      return over;
    },
    [Symbol.asyncIterator]: () => stream,
  };
  return stream;
}
