import { expect, test } from '@jest/globals';
import { buildSchema, getOperationAST, parse } from 'graphql';
import { OperationCost } from './operation-cost.js';

const schema = buildSchema(`
  directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!]) on FIELD_DEFINITION
  type Query {
    things(first: Int, name: String): [Thing!] @listSize(assumedSize: 20, slicingArguments: ["first"])
    find(input: Find): Thing
  }
  input Find { name: String, and: [Find!] }
  type Thing { id: ID! inner: Thing }
`);

function costOf(text: string) {
  const document = parse(text);
  const definition = getOperationAST(document);
  if (!definition) throw new Error('no operation');
  const cost = new OperationCost(schema, { document, definition });
  return (variables: Record<string, unknown> = {}) => cost.of(variables);
}

test('the size of a page that is a variable counts as it is given, every time', () => {
  const cost = costOf('query ($first: Int, $name: String) { things(first: $first, name: $name) { id } }');
  expect([{ first: 5 }, { first: 50 }, { first: 5, name: 'x' }].map(cost)).toEqual([5, 50, 5]);
});

test('a variable that is not given counts as its default, or as not being there', () => {
  expect(costOf('query ($first: Int = 7) { things(first: $first) { id } }')()).toBe(7);
  expect(costOf('query ($first: Int) { things(first: $first) { id } }')()).toBe(20);
});

test('conditions count as they are given', () => {
  const cost = costOf('query ($no: Boolean!) { things @skip(if: $no) { id } }');
  expect([{ no: true }, { no: false }].map(cost)).toEqual([0, 20]);
});

test('an input counts by what is in it', () => {
  const cost = costOf('query ($input: Find) { find(input: $input) { id } }');
  expect([{}, { input: { name: 'x' } }, { input: { and: [{}, {}] } }].map(cost)).toEqual([1, 2, 4]);
});

test('an input that never ends is refused', () => {
  const cost = costOf('query ($input: Find) { find(input: $input) { id } }');
  const deep = JSON.parse(`${'{"and":['.repeat(10_000)}${']}'.repeat(10_000)}`);
  expect(() => cost({ input: deep })).toThrow('A variable is nested more deeply than 32 levels.');
});
