import { expect, test } from '@jest/globals';
import { readCommand, usage } from './command-line.js';
import { mutants } from './mutant-table.js';

test('without options all mutants are hunted with twenty seeds', () => {
  expect(readCommand([])).toEqual({ mutants, seeds: 20, minutes: 1, ordersPerSecond: 5, isJson: false });
});

test('mutants are chosen by their names', () => {
  const command = readCommand(['no-inbox', '--seeds', '3', '--minutes', '0.5', '--json']);
  expect(command).toMatchObject({ mutants: [{ name: 'no-inbox' }], seeds: 3, minutes: 0.5, isJson: true });
});

test('help names every mutant', () => {
  expect(readCommand(['--help'])).toBeNull();
  for (const { name } of mutants) expect(usage).toContain(name);
});

test.each([
  [['no-body'], /There is no mutant no-body; there are ack-before-commit/],
  [['--seeds', '0'], /--seeds takes a number above 0/],
  [['--sed', '7'], /Unknown option '--sed'[\s\S]*npm run chaos:mutants/],
])('%j is refused, with what would be right', (args, message) => {
  expect(() => readCommand(args)).toThrow(message);
});
