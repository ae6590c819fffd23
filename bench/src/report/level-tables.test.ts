import { expect, test } from '@jest/globals';
import type { Level } from '../load/measure-levels.js';
import { cpuTable, eventTable, failureLines, speedTable } from './level-tables.js';

const summary = { count: 40, p50: 21.04, p95: 35, p99: 41.96, max: 60 };
const level: Level = {
  customers: 8,
  seconds: 10,
  operations: 40,
  failed: 1,
  failures: { 'Order … was cancelled: PAYMENT_EXPIRED.': 1 },
  perSecond: 4,
  latencies: { placeOrder: summary },
  cpuMsPerOperation: { router: 12.345, postgres: 30 },
  events: { events: 400, deliveries: 0, published: summary, handled: null, handledAfterCommit: null },
};

test('speed is told by load and step', () => {
  expect(speedTable([level], { placeOrder: 'placeOrder answered' }).at(-1)).toMatch(
    /8 +40 +1 +4\.0 +placeOrder answered +21\.0 +35\.0 +42\.0 +60\.0$/,
  );
});

test('processor time is told by process, with its sum', () => {
  const lines = cpuTable([level, { ...level, customers: 32 }]);
  expect(lines).toEqual([
    'Processor time, in ms per operation',
    'process   8 at a time  32 at a time',
    '────────  ───────────  ────────────',
    'router          12.35         12.35',
    'postgres        30.00         30.00',
    'sum             42.34         42.34',
  ]);
});

test('where nothing was measured there is a dash', () => {
  expect(eventTable([level]).at(-1)).toMatch(/handled, from the commit \(orders\) +0 +– +– +– +–$/);
});

test('why operations failed is told, if any did', () => {
  const line = '1 × with 8 at a time: Order … was cancelled: PAYMENT_EXPIRED.';
  expect(failureLines([level, { ...level, failures: {} }])).toEqual(['Failures', line]);
  expect(failureLines([{ ...level, failures: {} }])).toEqual([]);
});
