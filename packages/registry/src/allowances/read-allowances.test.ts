import { expect, test } from '@jest/globals';
import { allowancesFile, readAllowances } from './read-allowances.js';

const read = (content: string) => readAllowances([{ path: allowancesFile, content }], '2026-06-15');
const entry = `- code: FIELD_REMOVED
  coordinate: Order.total
  who: orders
  why: Nobody has ever asked for it.
  until: 2026-06-15
`;

test('an entry holds up to and with its last day, and knows its line', () => {
  expect(read(`# What was decided on.\n\n${entry}`)).toEqual([
    {
      code: 'FIELD_REMOVED',
      coordinate: 'Order.total',
      who: 'orders',
      why: 'Nobody has ever asked for it.',
      until: '2026-06-15',
      line: 3,
    },
  ]);
});

test.each([
  ['no file', () => readAllowances([], '2026-06-15')],
  ['an empty file', () => read('')],
  ['a file of comments', () => read('# Nothing was decided on.\n')],
  ['an empty list', () => read('[]\n')],
])('%s allows nothing', (_what, readNothing) => {
  expect(readNothing()).toEqual([]);
});

test.each([
  ['an entry that has expired', entry.replace('2026-06-15', '2026-06-14'), 1, /Order\.total expired on 2026-06-14\./],
  [
    'an entry without a day',
    entry.replace(/ {2}until.*\n/, ''),
    1,
    /^Its until must be the last day on which it holds, as YYYY-MM-DD\. An entry has code, /,
  ],
  [
    'a day that is none',
    entry.replace('2026-06-15', '2026-02-30'),
    1,
    /^Its until must be the last day .*, as YYYY-MM-DD\./,
  ],
  ['a code that is none', entry.replace('FIELD_REMOVED', 'all'), 1, /^Its code must be the code of a refusal/],
  ['a reason that is none', entry.replace(/Nobody.*/, 'because'), 1, /^Its why must say why, in a sentence\./],
  ['a reason that is a number', entry.replace(/Nobody.*/, '12'), 1, /^Its why must say why/],
  [
    'an entry without most',
    '- code: FIELD_REMOVED\n',
    1,
    /^Its coordinate must be .*; Its who must name who decided it; /,
  ],
  ['a key that is not known', `${entry}  what: nothing\n`, 1, /^It has what, which is not known here\./],
  ['a second entry that is none', `${entry}- all\n`, 6, /^It is no entry\. An entry has/],
  ['what is no list', 'code: FIELD_REMOVED\n', 1, /^It must be a list of entries/],
  ['what is no YAML', `${entry}- code: [\n`, 7, /./],
])('%s is refused with its line', (_what, content, line, problem) => {
  expect(() => read(content)).toThrow(
    expect.objectContaining({ file: allowancesFile, line, exitCode: 2, message: expect.stringMatching(problem) }),
  );
});
