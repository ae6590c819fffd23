import { expect, test } from '@jest/globals';
import { AuditorInputError } from './auditor-input.error.js';
import { chosenOf, parseVerify } from './command-line.js';

test('every subgraph is meant unless one is named', () => {
  const names = ['orders', 'cart'];
  expect(chosenOf(parseVerify([]), names)).toEqual(names);
  expect(chosenOf(parseVerify(['--subgraph', 'cart', '--json']), names)).toEqual(['cart']);
});

test.each([[['--subgraph']], [['--jsn']], [['orders']]])('%s is explained', (args) => {
  expect(() => parseVerify(args)).toThrow(/npm run audit:verify/);
});

test('a subgraph that is not there is answered with those that are', () => {
  const choose = () => chosenOf(parseVerify(['--subgraph', 'ordres']), ['orders', 'cart']);
  expect(choose).toThrow(AuditorInputError);
  expect(choose).toThrow('There is no subgraph "ordres"; there are orders, cart.');
});
