import { expect, test } from '@jest/globals';
import { aSlice } from '../../../test/builders/a-slice.js';
import { isMet } from '../../report/goals.js';
import { operationNames } from '../graph/operations.js';
import type { Slice } from '../measure/slice.js';
import { type PeerName, peerNames } from '../peers/peer.js';
import { routerGoals } from './router-goals.js';

const cpuMs: Record<PeerName, number> = {
  router: 0.28,
  bare: 0.27,
  stock: 3.5,
  hive: 2.5,
  'hive-rust': 0.75,
  'by-hand': 0.21,
  'same-bytes': 0.02,
};

function measured(given: Partial<typeof cpuMs> = {}, peers: readonly PeerName[] = peerNames): Slice[] {
  const all = { ...cpuMs, ...given };
  return operationNames.flatMap((operation) => peers.map((peer) => aSlice({ operation, peer, cpuMs: all[peer] })));
}

const missed = (slices: Slice[], asked: readonly PeerName[] = peerNames) =>
  routerGoals(slices, new Set(asked)).flatMap((goal) => (isMet(goal) ? [] : [goal.name]));

test('all goals can be met', () => {
  expect(missed(measured())).toEqual([]);
});

test.each([
  ['stock', { stock: 3.3 }, ['typical: processor time of stock against ours']],
  [
    'what was written by hand',
    { 'by-hand': 0.19 },
    ['typical: our processor time against the resolver written by hand'],
  ],
  ['what has no protections', { bare: 0.25 }, ['mix: our processor time against the same without protections']],
])('%s may be too good', (_who, given, goals) => {
  expect(missed(measured(given))).toEqual(goals);
});

test("it is Hive's best mode that counts, whichever that is", () => {
  const goals = [
    "typical: processor time of Hive's best mode against ours",
    "heavy: processor time of Hive's best mode against ours",
  ];
  expect(missed(measured({ 'hive-rust': 0.6 }))).toEqual(goals);
  expect(missed(measured({ hive: 0.6 }))).toEqual(goals);
});

test('who was asked for and could not be measured leaves the goal unmet', () => {
  const slices = measured({}, ['router', 'bare', 'stock', 'hive', 'by-hand', 'same-bytes']);
  expect(missed(slices)).toHaveLength(2);
});

test('who was not asked for is no goal', () => {
  const asked = ['router', 'by-hand'] as const;
  expect(routerGoals(measured({}, asked), new Set(asked))).toHaveLength(1);
});
