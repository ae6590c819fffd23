import { expect, test } from '@jest/globals';
import { readCalmCommand } from './command-line.js';

const noon = new Date('2026-01-01T12:00:00Z');
const read = (...args: string[]) => readCalmCommand(args, noon);

test('a calm run is half a minute long unless it is told otherwise', () => {
  expect(read()).toEqual({ seed: String(noon.getTime()), seconds: 30, ordersPerSecond: 2, isJson: false });
  expect(read('--seed', '7', '--seconds', '60', '--orders-per-second', '0.5', '--json')).toEqual({
    seed: '7',
    seconds: 60,
    ordersPerSecond: 0.5,
    isJson: true,
  });
  expect(read('--help')).toBeNull();
});

test.each([
  [['--seconds', 'many'], /--seconds is a number from 1 to 3600, not "many"/],
  [['--orders-per-second', '0'], /--orders-per-second is a number from 0.1 to 100, not "0"/],
  [['--second', '3'], /npm run chaos:calm/],
  [['fast'], /npm run chaos:calm/],
])('%j is explained', (args, sentence) => expect(() => read(...args)).toThrow(sentence));
