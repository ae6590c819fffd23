import { expect, test } from '@jest/globals';
import { readCommand } from './command-line.js';

test('a scenario alone is measured with the usual loads', () => {
  expect(readCommand(['checkout'])).toEqual({
    scenario: 'checkout',
    isJson: false,
    seconds: 30,
    customers: [1, 8, 32],
    rounds: 10,
    only: undefined,
    sockets: 10_000,
  });
});

test('loads, length and output can be chosen', () => {
  const command = readCommand(['browse', '--seconds', '3', '--customers', '2,4', '--json']);
  expect(command).toMatchObject({ scenario: 'browse', seconds: 3, customers: [2, 4], isJson: true });
});

test('routers are compared in another size, and some of them when that is said', () => {
  expect(readCommand(['router'])).toMatchObject({ scenario: 'router', seconds: 2, rounds: 5, only: undefined });
  const command = readCommand(['router', '--rounds', '1', '--only', 'router,stock']);
  expect(command).toMatchObject({ seconds: 2, rounds: 1, only: ['router', 'stock'] });
});

test('help is no command', () => {
  expect(readCommand(['--help'])).toBeNull();
});

test.each([
  [[], 'Say one of'],
  [['flash'], 'Say one of'],
  [['checkout', 'browse'], 'Say one of'],
  [['checkout', '--seconds', '0'], '--seconds takes whole numbers from 1 to 600, not "0".'],
  [['checkout', '--seconds', '1.5'], '--seconds takes'],
  [['checkout', '--customers', '8,many'], '--customers takes whole numbers from 1 to 256, not "many".'],
  [['buyers', '--rounds', '1000'], '--rounds takes'],
  [['checkout', '--fast'], "Unknown option '--fast'"],
])('%j is refused', (args, message) => {
  expect(() => readCommand(args)).toThrow(message);
});
