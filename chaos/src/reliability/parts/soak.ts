import type { Part } from './part.js';
import { runChaos } from './run-chaos.js';
import { usualRate } from './usual-rate.js';

const usualMinutes = 30;

export const soak: Part<'soak'> = {
  name: 'soak',
  about: 'one long run of the same kind',
  tasks: ({ minutes = usualMinutes, ...wanted }) => {
    const size = { seed: 'soak', minutes, 'orders-per-second': usualRate(wanted) };
    return [{ id: 'soak', size, measure: (setting) => runChaos(size, setting) }];
  },
};
