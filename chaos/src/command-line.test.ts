import { expect, test } from '@jest/globals';
import { faultPoints } from '@souk/kit/faults';
import { readCommand } from './command-line.js';
import { otherKinds } from './faults/fault-table.js';

const now = new Date('2026-01-01T00:00:00Z');

test('without options it is one short run, drawn from the time', () => {
  expect(readCommand([], now)).toEqual({
    seed: '1767225600000',
    minutes: 1.5,
    ordersPerSecond: 5,
    kills: undefined,
    faultPoints,
    kinds: otherKinds,
    replay: undefined,
    onlyFaults: undefined,
    shrink: undefined,
    isJson: false,
  });
});

test('everything may be said', () => {
  const command = readCommand(['--seed', '7', '--minutes', '0.5', '--orders-per-second', '2', '--json'], now);
  expect(command).toMatchObject({ seed: '7', minutes: 0.5, ordersPerSecond: 2, isJson: true });
});

test('where nothing but kills are wanted, fewer people shop', () => {
  expect(readCommand(['--kills', '5'], now)).toMatchObject({ kills: 5, ordersPerSecond: 3 });
  expect(readCommand(['--kills', '5', '--orders-per-second', '8'], now)).toMatchObject({ ordersPerSecond: 8 });
});

test('a plan is run again, in part', () => {
  expect(readCommand(['--replay', 'plan.json', '--only-faults', '3,7'], now)).toMatchObject({
    replay: 'plan.json',
    onlyFaults: [3, 7],
  });
});

test('whoever asks for help gets nothing else', () => {
  expect(readCommand(['--help', '--minutes', 'many'], now)).toBeNull();
});

test.each([
  [['--minutes', '0'], /--minutes takes a number from 0.2 to 240, not "0"/],
  [['--minutes', ''], /--minutes takes a number/],
  [['--orders-per-second', 'lots'], /--orders-per-second takes a number/],
  [['--fault-points', 'relay.nowhere'], /There is no fault point "relay.nowhere"; there are relay/],
  [['--kinds', 'wrong-clock,bad-luck'], /There is no kind of fault "bad-luck"; there are kill-process/],
  [['--only-faults', '3'], /name it with --replay/],
  [['--replay', 'plan.json', '--only-faults', '3,x'], /takes the numbers of faults, e.g. 3,7, not "x"/],
  [['--replay', 'a.json', '--shrink', 'b.json'], /either --replay or --shrink/],
  [['--replay', 'a.json', '--seed', '1', '--minutes', '2'], /The plan says what --seed, --minutes would say/],
  [['--kills', '0'], /--kills takes a number from 1 to 100/],
  [['--kills', '1.5'], /--kills takes a whole number, not "1.5"/],
  [['--kills', '5', '--minutes', '2'], /nothing else goes wrong: leave out --minutes/],
  [['--replay', 'a.json', '--kills', '5'], /The plan says what --kills would say/],
  [['--sed', '7'], /Unknown option '--sed'[\s\S]*npm run chaos/],
])('%j is refused, with what would be right', (args, message) => {
  expect(() => readCommand(args, now)).toThrow(message);
});
