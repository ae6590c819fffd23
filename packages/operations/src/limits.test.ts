import { expect, test } from '@jest/globals';
import { buildSchema, parse } from 'graphql';
import { exceededLimits } from './limits.js';

const schema = buildSchema('type Query { a: Query all: [Query] end: Int }');

function nested(field: string, times: number): string {
  return `{ ${`${field} { `.repeat(times)}end${' }'.repeat(times)} }`;
}

test.each([
  ['at the limit of depth is inside', nested('a', 9), []],
  ['one deeper is beyond', nested('a', 10), [{ limit: 'depth', actual: 11, allowed: 10 }]],
  [
    'three lists in each other are beyond the limit of cost',
    nested('all', 3),
    [{ limit: 'cost', actual: 1_110, allowed: 1_000 }],
  ],
])('%s', (_what, operation, expected) => {
  expect(exceededLimits(schema, parse(operation))).toEqual(expected);
});
