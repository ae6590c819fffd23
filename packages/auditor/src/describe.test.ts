import { expect, test } from '@jest/globals';
import { describe } from './describe.js';
import type { ChainReport } from './verify-chains.js';

const aReport = (more: Partial<ChainReport> = {}): ChainReport => ({
  subgraph: 'orders',
  entries: 12,
  head: { seq: 12, hash: 'ab'.repeat(32) },
  break: null,
  waiting: 0,
  waitingLong: 0,
  keptHeads: 2,
  keepers: ['accounts'],
  isWhole: true,
  ...more,
});

test('a whole chain is a line', () => {
  const [head, line, ...others] = describe([aReport()]).split('\n');
  expect(head).toMatch(/^chain +entries +waiting +head +kept elsewhere +verdict$/);
  expect(line).toMatch(/^orders +12 +0 +abababababab +2 by accounts +whole$/);
  expect(others).toEqual([]);
});

test.each([
  ['changed', 'orders: Entry 5 does not say what it said when it was linked.'],
  ['missing', 'orders: Entry 5 is gone.'],
  ['inserted', 'orders: What stands as entry 5 was slipped in'],
  ['reordered', 'orders: What stands as entry 5 was linked behind another'],
  ['head differs', 'orders: Up to entry 5 the chain is another'],
] as const)('a chain with an entry %s is explained', (fault, sentence) => {
  const text = describe([aReport({ break: { seq: 5, fault }, isWhole: false })]);
  expect(text).toContain(`BROKEN at 5: ${fault}`);
  expect(text).toContain(sentence);
});

test('entries that nobody links are told', () => {
  const text = describe([aReport({ waiting: 3, waitingLong: 2, isWhole: false })]);
  expect(text).toContain('NOT LINKED');
  expect(text).toContain('orders: 2 entries have waited longer than a minute');
});
