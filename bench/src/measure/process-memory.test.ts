import { expect, test } from '@jest/globals';
import { parsePss } from './process-memory.js';

test('the proportional set size is told in bytes', () => {
  const text = 'aaa000-fff000 ---p 00000000 00:00 0  [rollup]\nRss:  117952 kB\nPss:   81920 kB\nPss_Anon:  70000 kB\n';
  expect(parsePss(text)).toBe(83_886_080);
});

test('a process that has ended takes nothing', () => {
  expect(parsePss('')).toBe(0);
});
