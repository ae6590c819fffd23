import { expect, test } from '@jest/globals';
import type { Change } from './change.js';
import { findingsAfter } from './findings-after.js';
import { verdictOf } from './verdict-of.js';

/** Makes each change in the world and holds the verdict against what was expected, and each refusal and each warning against the house's form. */
export function prove(changes: readonly Change[]): void {
  test.each(changes)('$title', async ({ title, edits, ...expected }) => {
    const findings = await findingsAfter(edits);
    expect(verdictOf(findings)).toEqual(asMatchers(expected));
    for (const finding of findings.filter(({ level }) => level !== 'note')) {
      expect(finding).toEqual(
        expect.objectContaining({
          coordinate: expect.stringMatching(/./),
          file: expect.stringMatching(/^schema\//),
          fix: expect.stringMatching(/\.$/),
        }),
      );
    }
  });
}

function asMatchers(expected: Record<string, Record<string, RegExp>>): object {
  return mapValues(expected, (said) => mapValues(said, (pattern) => expect.stringMatching(pattern)));
}

function mapValues<From, To>(record: Record<string, From>, map: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
