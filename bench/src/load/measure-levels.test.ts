import { expect, test } from '@jest/globals';
import { countReasons } from './measure-levels.js';

test('failures that differ in an id only are one reason', () => {
  const failures = ['01a20653-a516-714c-8ce8-f1a3174257d0', '01a20653-c48e-7671-a7fa-2908fb19d511'].map(
    (id) => new Error(`Order ${id} was cancelled: PAYMENT_EXPIRED.`),
  );
  expect(countReasons([...failures, new Error('The connection was closed.')])).toEqual({
    'Order … was cancelled: PAYMENT_EXPIRED.': 2,
    'The connection was closed.': 1,
  });
});
