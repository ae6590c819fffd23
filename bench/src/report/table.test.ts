import { expect, test } from '@jest/globals';
import { numbers, renderTable, words } from './table.js';

test('numbers stand right and words left, in columns as wide as they must be', () => {
  const rows = [
    ['router', '1.5'],
    ['accounts', '120.3'],
  ];
  expect(renderTable([words('process'), numbers('ms')], rows)).toEqual([
    'process      ms',
    '────────  ─────',
    'router      1.5',
    'accounts  120.3',
  ]);
});

test('a title may be wider than what is below it, and a row may end early', () => {
  expect(renderTable([words('what'), numbers('per second')], [['orders', '7'], ['nothing']])).toEqual([
    'what     per second',
    '───────  ──────────',
    'orders            7',
    'nothing',
  ]);
});
