import { expect, test } from '@jest/globals';
import { Kind, type OperationDefinitionNode, parse } from 'graphql';
import { always, anyOf, conditionOf, never } from './conditions.js';

function conditionIn(field: string, outer = always): string {
  const [operation] = parse(`{ ${field} }`).definitions as OperationDefinitionNode[];
  const [selection] = operation?.selectionSet.selections ?? [];
  return conditionOf(selection ?? { kind: Kind.FIELD, name: { kind: Kind.NAME, value: 'a' } }, outer);
}

test('@skip and @include must both allow it', () => {
  expect(conditionIn('a @skip(if: $x) @include(if: $y)')).toBe('v["x"] === false && v["y"] === true');
  expect(conditionIn('a @skip(if: true) @include(if: $y)')).toBe(never);
  expect(conditionIn('a @skip(if: false) @include(if: true) @other')).toBe(always);
});

test('one of several is enough, and stays so inside of other conditions', () => {
  const either = anyOf([conditionIn('a @include(if: $x)'), conditionIn('a @include(if: $y)')]);
  expect(conditionIn('b @include(if: $z)', either)).toBe('(v["x"] === true || v["y"] === true) && v["z"] === true');
  expect(anyOf([either, always])).toBe(always);
});

test('what is known already is not asked again', () => {
  expect(conditionIn('a @include(if: $x)', 'v["x"] === true')).toBe('v["x"] === true');
});
