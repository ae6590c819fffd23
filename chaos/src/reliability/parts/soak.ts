import type { Part } from './part.js';
import { runChaos } from './run-chaos.js';

const usualOrders = 3.5;
const usualMinutes = 30;

export const soak: Part<'soak'> = {
  name: 'soak',
  about: 'one long run of the same kind',
  tasks: ({ minutes = usualMinutes, ordersPerSecond = usualOrders }) => {
    const size = { seed: 'soak', minutes, 'orders-per-second': ordersPerSecond };
    return [{ id: 'soak', size, measure: (setting) => runChaos(size, setting) }];
  },
};
