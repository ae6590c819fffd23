import { expect, test } from '@jest/globals';
import { parseRss } from './read-rss.js';

test('the resident set size is told in bytes', () => {
  expect(parseRss('Name:\tnode\nVmHWM:\t  99999 kB\nVmRSS:\t   1000 kB\n')).toBe(1_024_000);
});

test('a process that has ended takes nothing', () => {
  expect(parseRss('')).toBe(0);
});
