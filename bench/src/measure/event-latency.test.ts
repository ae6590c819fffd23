import { expect, test } from '@jest/globals';
import { latenciesOf } from './event-latency.js';

test('an event counts once for its relay and once for each consumer', () => {
  const written = [
    { event_id: 'placed', created: 1_000, published: 1_010 },
    { event_id: 'held', created: 1_020, published: 1_050 },
  ];
  const taken = [
    { event_id: 'placed', handled: 1_015 },
    { event_id: 'placed', handled: 1_025 },
    { event_id: 'held', handled: 1_060 },
  ];
  expect(latenciesOf(written, taken)).toEqual({
    events: 2,
    deliveries: 3,
    published: { count: 2, p50: 10, p95: 30, p99: 30, max: 30 },
    handled: { count: 3, p50: 25, p95: 40, p99: 40, max: 40 },
  });
});

test('without events there are no figures, rather than zeros', () => {
  expect(latenciesOf([], [])).toEqual({ events: 0, deliveries: 0, published: null, handled: null });
  const waiting = [{ event_id: 'placed', created: 1_000, published: null }];
  expect(latenciesOf(waiting, [])).toEqual({ events: 1, deliveries: 0, published: null, handled: null });
});
