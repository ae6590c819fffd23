import type { Worker } from '@souk/kit/server';
import { checkLowStock, findCrossedThresholds } from '../use-cases/check-low-stock.js';

const batchSize = 50;

/**
 * Raises the alarms of stock levels. Reserving does not look at thresholds, so that the rows many customers want at once
 * are locked as shortly as possible; what has crossed one is found here.
 */
export const reportLowStock: Worker = {
  name: 'report-low-stock',
  everyMs: 2_000,
  run: async ({ em, now }) => {
    const crossed = await findCrossedThresholds(em, batchSize);
    for (const id of crossed) await checkLowStock({ em, now }, id);
    return crossed.length === batchSize;
  },
};
