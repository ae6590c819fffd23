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
  ['an entry without a day', entry.replace(/ {2}until.*\n/, ''), 1, /^An entry is not complete: until: /],
  ['a day that is none', entry.replace('2026-06-15', '2026-02-30'), 1, /until: must be a day as YYYY-MM-DD/],
  ['a code that is none', entry.replace('FIELD_REMOVED', 'all'), 1, /code: must be the code of a finding/],
  ['a reason that is none', entry.replace(/Nobody.*/, 'because'), 1, /why: must say why, in a sentence/],
  ['a key that is not known', `${entry}  what: nothing\n`, 1, /the entry: .*what/],
  ['a second entry that is none', `${entry}- all\n`, 6, /^An entry is not complete: the entry: /],
  ['what is no list', 'code: FIELD_REMOVED\n', 1, /^It must be a list of entries/],
  ['what is no YAML', `${entry}- code: [\n`, 7, /./],
])('%s is refused with its line', (_what, content, line, problem) => {
  expect(() => read(content)).toThrow(
    expect.objectContaining({ file: allowancesFile, line, exitCode: 2, message: expect.stringMatching(problem) }),
  );
});
