import { expect, test } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';
import { limitSelections } from './limit-selections.js';

const schema = buildSchema('type Query { node: Query, id: ID }');

function problemsOf(document: string): string[] {
  return validate(schema, parse(document), [limitSelections]).map(({ message }) => message);
}

/** Fragments of which each doubles the next one, `depth` times. */
function doubled(depth: number): string {
  const fragments = Array.from(
    { length: depth },
    (_item, n) => `fragment F${n} on Query { ...F${n + 1} ...F${n + 1} }`,
  );
  return `{ node { ...F0 } } ${fragments.join(' ')} fragment F${depth} on Query { id }`;
}

test('fragments that multiply into more than ten million selections are refused', () => {
  expect(problemsOf(doubled(21))).toEqual([]);
  expect(problemsOf(doubled(22))).toEqual(['The operation has too many selections when its fragments are spread.']);
});

test('a number of selections that no number can hold is refused as well', () => {
  expect(problemsOf(doubled(1_100))).toHaveLength(1);
});

test('what only looks dangerous is let pass', () => {
  expect(problemsOf(`{ ${'node { '.repeat(300)} id ${'} '.repeat(300)} }`)).toEqual([]);
  expect(problemsOf('{ ...A ...Missing } fragment A on Query { id node { ...A } }')).toEqual([]);
});

test('each operation of a document is counted by itself', () => {
  expect(problemsOf(`query Small { id } ${doubled(22).replace('{', 'query Large {')}`)).toHaveLength(1);
});
