import { expect, test } from '@jest/globals';
import { isDatabaseAway } from './is-database-away.js';

test.each([
  [new Error('timeout exceeded when trying to connect'), true],
  [new Error('Connection terminated unexpectedly'), true],
  [new Error('Client has encountered a connection error and is not queryable'), true],
  [Object.assign(new Error('the database system is starting up'), { code: '57P03' }), true],
  [Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }), true],
  [Object.assign(new Error('duplicate key'), { code: '23505' }), false],
  [new TypeError('x is not a function'), false],
  ['nothing', false],
])('of %s it is said: %s', (error, isAway) => {
  expect(isDatabaseAway(error)).toBe(isAway);
});
