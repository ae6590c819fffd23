import { expect, test } from '@jest/globals';
import { aSlice } from '../../../test/builders/a-slice.js';
import { summarizeSlices } from './summarize-slices.js';

test('a peer is told by the medians of its rounds, beside stock, what was written by hand and the bare router', () => {
  const slices = [1, 2, 3].flatMap((round) => [
    aSlice({ peer: 'by-hand', round, cpuMs: 1 }),
    aSlice({ peer: 'router', round, cpuMs: 2, perSecond: round * 10 }),
    aSlice({ peer: 'stock', round, cpuMs: 8 }),
    aSlice({ peer: 'bare', round, cpuMs: 1.6 }),
  ]);
  const [router] = summarizeSlices(slices);
  expect(router).toMatchObject({
    peer: 'router',
    cpuMs: 2,
    perSecond: 20,
    stockToIt: 4,
    itToByHand: 2,
    itToBare: 1.25,
  });
});

test('operations and peers come in the usual order, however they were measured', () => {
  const slices = [
    aSlice({ operation: 'typical', peer: 'same-bytes' }),
    aSlice({ operation: 'typical', peer: 'router' }),
    aSlice({ operation: 'small', peer: 'stock' }),
  ];
  const order = summarizeSlices(slices).map(({ operation, peer }) => `${operation} ${peer}`);
  expect(order).toEqual(['small stock', 'typical router', 'typical same-bytes']);
});

test('without the others there are no ratios', () => {
  expect(summarizeSlices([aSlice({})])).toMatchObject([{ stockToIt: null, itToByHand: null, itToBare: null }]);
});
