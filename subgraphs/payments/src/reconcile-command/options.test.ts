import { expect, test } from '@jest/globals';
import { readOptions, UsageError } from './options.js';

const now = new Date('2026-03-04T00:00:00Z');

test.each([
  [[], { since: null, isDryRun: false }],
  [['--dry-run'], { since: null, isDryRun: true }],
  [['--since', '2026-03-01'], { since: new Date('2026-03-01T00:00:00Z'), isDryRun: false }],
  [['--', '--since', '2026-03-01T12:00:00+01:00'], { since: new Date('2026-03-01T11:00:00Z'), isDryRun: false }],
  [['--since=90m'], { since: new Date('2026-03-03T22:30:00Z'), isDryRun: false }],
  [['--since', '3d'], { since: new Date('2026-03-01T00:00:00Z'), isDryRun: false }],
  [['--help', '--since', 'ever'], null],
])('%j is understood', (args, expected) => {
  expect(readOptions(args, now)).toEqual(expected);
});

test.each([
  [['--since', 'yesterday'], 'not "yesterday"'],
  [['--since', '2026-02-31T25:00:00Z'], 'not "2026-02-31T25:00:00Z"'],
  [['--since', '2026-03-05'], 'lies in the past'],
  [['--since', '0d'], 'lies in the past'],
  [['--sinse', '3d'], '--sinse'],
  [['3d'], '3d'],
])('%j is refused, with a word on how it is used', (args, problem) => {
  expect(() => readOptions(args, now)).toThrow(UsageError);
  expect(() => readOptions(args, now)).toThrow(problem);
  expect(() => readOptions(args, now)).toThrow('--dry-run');
});
