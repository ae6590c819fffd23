import type { Worker } from '@souk/kit/server';
import type { Carrier } from '../carriers/carrier.js';
import { bookLabel } from '../use-cases/book-label.js';
import { claimDue, makeDue } from './claim-due.js';

const leaseSeconds = 30;

/** Gets labels for new shipments. A claim that runs out is taken again: the carrier knows the reference. */
export function bookLabels(carrier: Carrier): Worker {
  return {
    name: 'book-labels',
    everyMs: 1_000,
    wakeOnCommit: true,
    run: async ({ em, ask, logger }) => {
      const ids = await claimDue(em, `status = 'CREATED' and cancellation_wish is null`, leaseSeconds);
      for (const id of ids) {
        try {
          await bookLabel({ em: em.fork(), ask, carrier }, id);
          await makeDue(em, id, 0);
        } catch (error) {
          logger.warn({ err: error, shipmentId: id }, 'A label could not be had yet.');
        }
      }
      return ids.length > 0;
    },
  };
}
