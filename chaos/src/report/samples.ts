import type { Books } from '../invariants/books.js';
import type { LoadFigures } from '../people/load-figures.js';
import { type Tally, tallyOf } from './tally.js';

/** Every duration of a run, so that percentiles can be taken over many. */
export interface Samples {
  /** From sending to the acknowledgement: the one request that got it. */
  placeOrder: Tally;
  reads: Tally;
  /** From the beginning of the transaction that wrote an event to the first write of each that handles it. */
  eventsHandled: Tally;
}

interface Moment {
  event_id: string;
  ms: number;
}

export async function readSamples({ placeOrderMs, readMs }: LoadFigures, books: Books): Promise<Samples> {
  return { placeOrder: tallyOf(placeOrderMs), reads: tallyOf(readMs), eventsHandled: await readEvents(books) };
}

/** What was made up by a fault was committed by nobody and has no beginning. */
async function readEvents(books: Books): Promise<Tally> {
  const [created, handled] = await Promise.all([
    momentsIn(books, 'outbox', 'created'),
    momentsIn(books, 'inbox', 'handled'),
  ]);
  const beginnings = new Map(created.map(({ event_id, ms }) => [event_id, ms]));
  return tallyOf(
    handled.flatMap(({ event_id, ms }) => {
      const began = beginnings.get(event_id);
      return began === undefined ? [] : [ms - began];
    }),
  );
}

function momentsIn(books: Books, table: 'outbox' | 'inbox', what: 'created' | 'handled'): Promise<Moment[]> {
  return books.everywhere<Moment>(`select event_id, extract(epoch from ${what}_at)::float8 * 1000 as ms from ${table}`);
}
