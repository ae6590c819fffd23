import { expect, test } from '@jest/globals';
import { readCommand, usage } from './command-line.js';
import { partNames } from './parts/part-table.js';

test('without options every part is measured in its usual size', () => {
  expect(readCommand([])).toEqual({
    parts: ['latency', 'runs', 'soak', 'mutants', 'recovery', 'flash-sale'],
    isAgain: false,
    seeds: Array.from({ length: 20 }, (_, index) => index + 1),
    kills: 5,
    seconds: 30,
  });
});

test('parts are chosen by their names, and measured in their usual order', () => {
  expect(readCommand(['mutants', 'runs'])?.parts).toEqual(['runs', 'mutants']);
});

test('sizes may be said', () => {
  const args = ['runs', '--seeds', '3,7-9', '--minutes', '0.2', '--orders-per-second', '2', '--kills', '1', '--again'];
  expect(readCommand(args)).toMatchObject({
    parts: ['runs'],
    isAgain: true,
    seeds: [3, 7, 8, 9],
    minutes: 0.2,
    ordersPerSecond: 2,
    kills: 1,
  });
});

test('the document alone can be written', () => {
  expect(readCommand(['--render'])?.parts).toEqual([]);
});

test('help names every part', () => {
  expect(readCommand(['--help'])).toBeNull();
  for (const name of partNames) expect(usage).toContain(`  ${name} `);
});

test.each([
  [['walks'], /There is no part walks; there are latency, runs/],
  [['--seeds', '9-3'], /--seeds takes such as 1-20 or 3,7, not "9-3"/],
  [['--seeds', 'some'], /--seeds takes/],
  [['--minutes', '0'], /--minutes takes a number from 0.2 to 240/],
  [['--render', 'runs'], /--render measures nothing/],
  [['--sed', '7'], /Unknown option '--sed'[\s\S]*npm run reliability/],
])('%j is refused, with what would be right', (args, message) => {
  expect(() => readCommand(args)).toThrow(message);
});
