import type { Worker } from '@souk/kit/server';
import type { Carrier } from '../carriers/carrier.js';
import { bookLabel } from '../use-cases/book-label.js';
import { doDueWork, makeDue } from './due-work.js';

/** Gets labels for new shipments. A claim that runs out is taken again: the carrier knows the reference. */
export function bookLabels(carrier: Carrier): Worker {
  return {
    name: 'book-labels',
    everyMs: 1_000,
    wakeOnCommit: true,
    run: (context) =>
      doDueWork(context, {
        condition: `status = 'CREATED' and cancellation_wish is null`,
        leaseSeconds: 30,
        retrySeconds: 5,
        name: 'book label',
        failure: 'A label could not be had yet.',
        perform: async (id) => {
          await bookLabel({ em: context.em.fork(), ask: context.ask, carrier }, id);
          await makeDue(context.em, id, 0);
        },
      }),
  };
}
