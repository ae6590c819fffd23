import type { Part } from './part.js';
import { runChaos } from './run-chaos.js';
import { usualRate } from './usual-rate.js';

/** Half of what is usual: the harness works beside the shop, and what starts competes with both for the processors. */
const shareOfSaturation = 0.3;

export const recovery: Part<'recovery'> = {
  name: 'recovery',
  about: 'each component killed (kill -9) again and again while people buy, and nothing else going wrong',
  tasks: ({ kills, ...wanted }) => {
    const size = { seed: 'recovery', kills, 'orders-per-second': usualRate(wanted, shareOfSaturation) };
    return [{ id: 'recovery', size, measure: (setting) => runChaos(size, setting) }];
  },
};
