import { expect, test } from '@jest/globals';
import { keptDays } from './kept-days.js';

test('the inbox still knows an event on the last day on which it can be delivered, published again as late as can be', () => {
  expect(keptDays.inbox).toBeGreaterThan(keptDays.publishedOutbox + keptDays.stream);
});
