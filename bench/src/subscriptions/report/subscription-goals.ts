import type { Goal } from '../../report/goals.js';
import type { SubscriptionFigures } from './subscription-figures.js';

export function subscriptionGoals({ sockets, rest, same, distinct }: SubscriptionFigures): Goal[] {
  return [
    { name: 'sockets that could be opened', measured: rest.connected, atLeast: sockets, unit: '' },
    {
      name: 'memory of a socket over which nothing happens',
      measured: kilobytes(rest.rssPerSocket),
      atMost: 20,
      unit: 'kB',
    },
    {
      name: 'the same order: processor time for each delivery',
      measured: same.cpuUsPerDelivery,
      atMost: 15,
      unit: 'µs',
    },
    { name: 'the same order: commit to the last client', measured: same.last?.max ?? null, atMost: 200, unit: 'ms' },
    {
      name: 'distinct orders: processor time for each delivery',
      measured: distinct.cpuUsPerDelivery,
      atMost: 65,
      unit: 'µs',
    },
    { name: 'distinct orders: commit to client, p99', measured: distinct.last?.p99 ?? null, atMost: 250, unit: 'ms' },
    {
      name: 'changes that were missed, repeated or out of order',
      measured: same.missed + same.wrong + distinct.missed + distinct.wrong,
      atMost: 0,
      unit: '',
    },
  ];
}

function kilobytes(bytes: number): number {
  return bytes / 1_024;
}
