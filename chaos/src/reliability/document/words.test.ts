import { expect, test } from '@jest/globals';
import { invariants } from '../../invariants/invariant-table.js';
import { words } from './words.js';

test('every invariant stands for a word, so that no breach goes untold', () => {
  const told = new Set(words.flatMap((word) => word.invariants));
  expect(invariants.map(({ id }) => id).filter((id) => !told.has(id))).toEqual([]);
});

test('no word stands for an invariant that is not checked', () => {
  const checked = new Set(invariants.map(({ id }) => id));
  expect(words.flatMap((word) => word.invariants).filter((id) => !checked.has(id))).toEqual([]);
});
