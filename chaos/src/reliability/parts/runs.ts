import type { Part } from './part.js';
import { runChaos } from './run-chaos.js';
import { usualRate } from './usual-rate.js';

const usualMinutes = 1.5;

export const runs: Part<'runs'> = {
  name: 'runs',
  about: 'short runs in which everything breaks, each with a plan of its own',
  tasks: ({ seeds, minutes = usualMinutes, ...wanted }) =>
    seeds.map((seed) => {
      const size = { seed, minutes, 'orders-per-second': usualRate(wanted) };
      return { id: `seed-${seed}`, size, measure: (setting) => runChaos(size, setting) };
    }),
};
