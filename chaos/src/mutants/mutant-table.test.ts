import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { transformSync } from '@swc/core';
import { replaceOnce } from './apply-mutant.js';
import { mutants } from './mutant-table.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

test.each(mutants)('$name fits the code as it is now', ({ name, replacements }) => {
  const sources = new Map<string, string>();
  for (const replacement of replacements) {
    const { file } = replacement;
    const source = sources.get(file) ?? readFileSync(`${root}${file}`, 'utf8');
    sources.set(file, replaceOnce(source, replacement, name));
  }
  for (const source of sources.values())
    expect(() => transformSync(source, { jsc: { parser: { syntax: 'typescript', decorators: true } } })).not.toThrow();
});

test('no two mutants bear one name', () => {
  expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length);
});

test.each([0, 2])('a text that stands %i times in its file is refused', (times) => {
  const replacement = { file: 'a.ts', find: 'x', replace: 'y' };
  expect(() => replaceOnce('x'.repeat(times), replacement, 'm')).toThrow(`stands ${times} times in a.ts`);
});
