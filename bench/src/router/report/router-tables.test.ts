import { expect, test } from '@jest/globals';
import { aSlice } from '../../../test/builders/a-slice.js';
import { summarizeSlices } from '../measure/summarize-slices.js';
import { leftOutLines, routerTables } from './router-tables.js';

test('each operation has a table of who answered it, and at what cost', () => {
  const figures = summarizeSlices([aSlice({ cpuMs: 0.25 }), aSlice({ peer: 'stock', cpuMs: 3 })]);
  const [table = []] = routerTables(figures, new Map([['router', 'this router']]), new Map([['typical', 4_180]]));
  expect(table[0]).toBe('typical: an answer of 4.2 kB');
  expect(table[3]).toMatch(/^this router +100 +10\.0 +20\.0 +0\.250 +12\.00 +– +– +5\.0 +100\.0$/);
  expect(table[4]).toMatch(/^stock /);
});

test('who was left out is told with the reason', () => {
  expect(leftOutLines([])).toEqual([]);
  expect(leftOutLines([{ name: 'hive', reason: 'npm install ended with 1' }])).toEqual([
    'Left out',
    'hive: npm install ended with 1',
  ]);
});
