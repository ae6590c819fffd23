import { faultPoint } from '@souk/kit/faults';
import type { Worker } from '@souk/kit/server';
import { expireReservation, findOverdueReservations } from '../use-cases/expire-reservation.js';

const batchSize = 50;

/** Ends holds whose time is over. */
export const expireReservations: Worker = {
  name: 'expire-reservations',
  everyMs: 1_000,
  run: async ({ em }) => {
    const overdue = await findOverdueReservations(em, batchSize);
    if (overdue.length > 0) await faultPoint('inventory.sweeper.afterSelectBeforeExpiry');
    for (const id of overdue) await expireReservation(em, id);
    return overdue.length === batchSize;
  },
};
