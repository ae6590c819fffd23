import { expect, test } from '@jest/globals';
import { findings } from '../../../test/builders/a-shop.js';

test.each([
  ['comes', 'currency: String', 'currency: String = "EUR"', 'Its default value is "EUR" now; it had none.'],
  ['goes', 'limit: Int = 5', 'limit: Int', 'Its default value was 5; it has none now.'],
  ['is another', 'limit: Int = 5', 'limit: Int = 6', 'Its default value is 6 now; it was 5.'],
  ['is a value of an enum', 'sort: Sort)', 'sort: Sort = NEW)', 'Its default value is NEW now; it had none.'],
  ['is a list', 'sort: Sort }', 'sort: Sort  all: [Sort!] = [NEW, OLD] }', 'with default value [NEW, OLD] was added'],
])('a default value that %s is told in words', async (_what, from, to, message) => {
  const [finding] = await findings(from, to);
  expect(finding?.message).toContain(message);
});

test('a description is told as it is written', async () => {
  const [finding] = await findings('note: String', '"What\'s said." note: String');
  expect(finding?.message).toContain("What's said.");
});
