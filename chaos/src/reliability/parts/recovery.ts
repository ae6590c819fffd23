import type { Part } from './part.js';
import { runChaos } from './run-chaos.js';

const usualOrders = 3;

export const recovery: Part<'recovery'> = {
  name: 'recovery',
  about: 'each component killed (kill -9) again and again while people buy, and nothing else going wrong',
  tasks: ({ kills, ordersPerSecond = usualOrders }) => {
    const size = { seed: 'recovery', kills, 'orders-per-second': ordersPerSecond };
    return [{ id: 'recovery', size, measure: (setting) => runChaos(size, setting) }];
  },
};
