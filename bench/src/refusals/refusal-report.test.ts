import { expect, test } from '@jest/globals';
import { summarize } from '../measure/percentiles.js';
import { isMet } from '../report/goals.js';
import type { Refusals } from './measure-refusals.js';
import { refusalGoals } from './refusal-report.js';

const good: Refusals = {
  name: 'a',
  expected: 'BAD_REQUEST',
  refusedWithinMs: 500,
  codes: { BAD_REQUEST: 2 },
  refused: summarize([10, 20]),
  plain: summarize([5]),
};
const slow = { ...good, name: 'a half-open socket', refusedWithinMs: 12_000, refused: summarize([10_000]) };

/** Whether all goals are met. */
const verdictOn = (...found: Refusals[]) => refusalGoals(found).every(isMet);

test('what is refused in its time and with its code is as it must be', () => {
  expect(verdictOn(good, slow)).toBe(true);
});

test.each<[string, Partial<Refusals>]>([
  ['another code among the right ones', { codes: { BAD_REQUEST: 1, closed: 1 } }],
  ['no refusal at all', { codes: {}, refused: null }],
  ['a refusal that comes late', { refused: summarize([10, 501]) }],
  ['a plain query that waits', { plain: summarize([1_001]) }],
  ['a plain query that was never answered', { plain: null }],
])('%s is not', (_what, changes) => {
  expect(verdictOn(good, { ...good, ...changes }, slow)).toBe(false);
});
