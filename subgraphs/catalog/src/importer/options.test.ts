import { expect, test } from '@jest/globals';
import { readOptions } from './options.js';

test('relative names count from where the command was called, names of presets stay names', () => {
  expect(readOptions(['--', 'a.csv', '--mapping', 'maps/m.json', '--report', 'r.csv'], '/home')).toEqual({
    file: '/home/a.csv',
    mapping: '/home/maps/m.json',
    source: undefined,
    reportFile: '/home/r.csv',
    isDryRun: false,
    given: {},
  });
  expect(readOptions(['/tmp/a.csv', '--mapping', 'marketplace-crawl'], '/home')).toMatchObject({
    file: '/tmp/a.csv',
    mapping: 'marketplace-crawl',
  });
});

test('what the file lacks can be given', () => {
  const args = [
    'a.csv',
    '--stock',
    '20',
    '--warehouse',
    'ber',
    '--tax-class',
    'reduced',
    '--currency',
    'inr',
    '--dry-run',
    '--source',
    'shop',
  ];
  expect(readOptions(args, '/')).toMatchObject({
    source: 'shop',
    isDryRun: true,
    given: { stock: 20, warehouse: 'BER', taxClass: 'reduced', currency: 'INR' },
  });
});

test('who asks for help gets none of this', () => {
  expect(readOptions(['--help'], '/')).toBeNull();
});

test.each([
  [[], 'Exactly one file'],
  [['a.csv', 'b.csv'], 'Exactly one file'],
  [['a.csv', '--stock', 'many'], '--stock is a whole number'],
  [['a.csv', '--stock', '-1'], 'stock'],
  [['a.csv', '--currency', 'XXL'], 'ISO 4217'],
  [['a.csv', '--colour', 'red'], '--colour'],
])('%j is refused', (args, problem) => {
  expect(() => readOptions(args, '/')).toThrow(problem);
});
