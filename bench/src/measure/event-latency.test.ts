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
  const committed = [{ event_id: 'held', committed: 1_030 }];
  expect(latenciesOf({ written, committed, taken })).toEqual({
    events: 2,
    deliveries: 3,
    published: { count: 2, p50: 10, p95: 30, p99: 30, max: 30 },
    handled: { count: 3, p50: 25, p95: 40, p99: 40, max: 40 },
    handledAfterCommit: { count: 1, p50: 30, p95: 30, p99: 30, max: 30 },
  });
});

test('without events there are no figures, rather than zeros', () => {
  const nothing = { deliveries: 0, published: null, handled: null, handledAfterCommit: null };
  expect(latenciesOf({ written: [], committed: [], taken: [] })).toEqual({ events: 0, ...nothing });
  const waiting = [{ event_id: 'placed', created: 1_000, published: null }];
  expect(latenciesOf({ written: waiting, committed: [], taken: [] })).toEqual({ events: 1, ...nothing });
});
