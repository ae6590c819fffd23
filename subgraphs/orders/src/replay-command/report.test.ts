import { expect, test } from '@jest/globals';
import type { KeptEventRow } from '../persistence/find-kept-events.js';
import type { Replay } from '../use-cases/replay-order.js';
import { lineOf, reportOf } from './report.js';

const event: KeptEventRow = {
  orderId: 'an-id',
  version: 1,
  type: 'OrderStatusChanged',
  data: { sequence: 1, to: 'PENDING', more: 'x'.repeat(100) },
  correlationId: 'a-request',
  origin: 'RECORDED',
  recordedAt: '2026-01-02T03:04:05Z',
};
const replay: Replay = { orderId: 'an-id', orderNumber: 'S-1', events: [event], differences: [], problem: null };

test('each event is a row, whose text is cut before it fills the screen', () => {
  const lines = reportOf(replay).split('\n');
  expect(lines[0]).toBe('Order S-1 (an-id)');
  expect(lines[3]).toMatch(/^1 {4}2026-01-02T03:04:05\.000Z {2}OrderStatusChanged {2}\{"sequence":1.*x… {2}a-request$/);
  expect(lines).toContain('Its events make exactly this order.');
});

test('what differs is named with both of its values', () => {
  const differs: Replay = { ...replay, differences: [{ column: 'totalMinor', stored: 2, folded: 1 }] };
  expect(reportOf(differs)).toContain('  totalMinor: stored 2, by its events 1');
  expect(lineOf(differs)).toBe('S-1 (an-id): totalMinor');
});

test('events that make no order say why', () => {
  const broken: Replay = { ...replay, problem: 'Number 2 is missing.' };
  expect(reportOf(broken)).toContain('Number 2 is missing.');
  expect(reportOf(broken)).not.toContain('exactly');
  expect(lineOf(broken)).toBe('S-1 (an-id): Number 2 is missing.');
});
