import { expect, test } from '@jest/globals';
import { describe, ProgressDisplay } from './progress-display.js';

const counts = { created: 3, updated: 0, unchanged: 2, refused: 1, blank: 0 };

function shown(isTTY: boolean, steps: number[]): string[] {
  const written: string[] = [];
  const display = new ProgressDisplay({ isTTY, write: (text) => written.push(text) });
  for (const done of steps) display.show(counts, done);
  display.end();
  return written;
}

test('a terminal sees a bar that grows in its place', () => {
  expect(shown(true, [0.5, 1])).toEqual([
    `\r[${'#'.repeat(14)}${'-'.repeat(14)}]  50 %  3 created, 2 unchanged, 1 with mistakes\x1b[K`,
    `\r[${'#'.repeat(28)}] 100 %  3 created, 2 unchanged, 1 with mistakes\x1b[K`,
    '\n',
  ]);
});

test('a log gets a line at each tenth and no more', () => {
  const lines = shown(false, [0.05, 0.11, 0.12, 0.19, 0.2, 1]);
  expect(lines.map((line) => line.slice(0, 5))).toEqual([' 11 %', ' 20 %', '100 %']);
});

test('at the beginning there is nothing to tell', () => {
  expect(describe({ created: 0, updated: 0, unchanged: 0, refused: 0, blank: 0 })).toBe('nothing yet');
});
