import type { Part } from './part.js';
import { runChaos } from './run-chaos.js';

const usualOrders = 3.5;
const usualMinutes = 1.5;

export const runs: Part<'runs'> = {
  name: 'runs',
  about: 'short runs in which everything breaks, each with a plan of its own',
  tasks: ({ seeds, minutes = usualMinutes, ordersPerSecond = usualOrders }) =>
    seeds.map((seed) => {
      const size = { seed, minutes, 'orders-per-second': ordersPerSecond };
      return { id: `seed-${seed}`, size, measure: (setting) => runChaos(size, setting) };
    }),
};
