import { expect, test } from '@jest/globals';
import { readOptions, UsageError } from './options.js';

const id = '01990000-0000-7000-8000-00000000000a';

test.each([
  [['order', id], { all: false, which: { id } }],
  [['--', 'order', id.toUpperCase()], { all: false, which: { id } }],
  [['order', 'S-7K2M9QXB4T'], { all: false, which: { orderNumber: 'S-7K2M9QXB4T' } }],
  [['order', '--all'], { all: true }],
  [['--help'], null],
])('%j is understood', (args, expected) => {
  expect(readOptions(args)).toEqual(expected);
});

test.each([
  [[], 'Only orders'],
  [['payment', id], 'Only orders'],
  [['order'], 'Name one order'],
  [['order', id, id], 'Name one order'],
  [['order', id, '--all'], 'Name one order'],
  [['order', '--al'], '--al'],
])('%j is refused, with a word on how it is used', (args, problem) => {
  expect(() => readOptions(args)).toThrow(UsageError);
  expect(() => readOptions(args)).toThrow(problem);
  expect(() => readOptions(args)).toThrow('npm run replay -- order --all');
});
