import { describe, expect, test } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';
import { costOf } from './cost-of.js';

const schema = buildSchema(`
  directive @cost(weight: Int!) on ARGUMENT_DEFINITION | ENUM | FIELD_DEFINITION | INPUT_FIELD_DEFINITION | OBJECT | SCALAR
  directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!], requireOneSlicingArgument: Boolean = true) on FIELD_DEFINITION

  type Query {
    name: String
    book: Book
    node: Node
    found: Found
    plain: [Book]
    titles: [String]
    three: [Book!]! @listSize(assumedSize: 3)
    page(first: Int, last: Int): [Book] @listSize(slicingArguments: ["first", "last"], assumedSize: 7)
    usual(first: Int = 4): [Book] @listSize(slicingArguments: ["first"])
    byIds(ids: [ID!]!): [Book] @listSize(slicingArguments: ["ids"])
    connection(first: Int): Connection @listSize(slicingArguments: ["first"], assumedSize: 20, sizedFields: ["nodes", "edges"])
    heavy: String @cost(weight: 6)
    weighed: Weighed
    rainbow: Color
    search(filter: Filter, tags: [String] @cost(weight: 2), code: Code): String
  }
  type Mutation { save(input: Filter): Book }
  type Subscription { saved: Book }
  interface Node { id: ID }
  type Book implements Node { id: ID author: Author pages: [Page] }
  type Author { name: String }
  type Page { text: String }
  union Found = Book | Author
  type Connection { nodes: [Book] edges: [Edge] totalCount: Int }
  type Edge { node: Book }
  type Weighed @cost(weight: 5) { x: Int }
  enum Color @cost(weight: 3) { RED }
  scalar Code @cost(weight: 4)
  input Filter { text: String price: Price prices: [Price] dear: Int @cost(weight: 9) }
  input Price { minor: Int }
`);

function cost(operation: string, variables?: Record<string, unknown>): number {
  const document = parse(operation);
  expect(validate(schema, document)).toEqual([]);
  return costOf(schema, document, variables);
}

describe('fields', () => {
  test.each([
    ['a leaf is free', '{ name }', 0],
    ['an object costs 1', '{ book { id } }', 1],
    ['so does what is in it', '{ book { author { name } } }', 2],
    ['an interface and a union cost 1', '{ node { id } found { __typename } }', 2],
    ['a mutation costs 10', 'mutation { save { id } }', 11],
    ['a subscription costs nothing of its own', 'subscription { saved { id } }', 1],
    ['introspection is free', '{ __schema { types { name } } __typename }', 0],
    ['a weight on a field holds', '{ heavy }', 6],
    ['a weight on a type holds for its fields', '{ weighed { x } rainbow }', 8],
    [
      'fragments count where they are spread',
      '{ book { ...B } other: book { ...B } } fragment B on Book { author { name } }',
      4,
    ],
    [
      'the branches of an abstract type are added up',
      '{ found { ... on Book { author { name } } ... on Author { name } } }',
      2,
    ],
    ['what is left out is free', '{ book @skip(if: true) { id } node @include(if: false) { id } }', 0],
    ['what may be left out is not', 'query ($x: Boolean!) { book @skip(if: $x) { id } }', 1],
  ])('%s', (_what, operation, expected) => {
    expect(cost(operation)).toBe(expected);
  });
});

describe('lists', () => {
  test.each([
    ['of unknown length count 10 times', '{ plain { id } }', 10],
    ['of leaves are free', '{ titles }', 0],
    ['in lists multiply', '{ plain { pages { text } } }', 110],
    ['have their assumed size', '{ three { id } }', 3],
    ['have the size of a slicing argument', '{ page(first: 5) { id } }', 5],
    ['have the greatest of several', '{ page(first: 5, last: 6) { id } }', 6],
    ['have their assumed size without a slicing argument', '{ page { id } }', 7],
    ['have their assumed size where it is null', '{ page(first: null) { id } }', 7],
    ['have the default of a slicing argument', '{ usual { id } }', 4],
    ['have the length of a list that is a slicing argument', '{ byIds(ids: ["a", "b"]) { id } }', 2],
    ['are as long as the largest page where that is a variable', 'query ($n: Int) { page(first: $n) { id } }', 100],
    ['are as long as a variable says by default', 'query ($n: Int = 8) { page(first: $n) { id } }', 8],
    ['are never shorter than nothing', '{ page(first: -3) { id } }', 0],
    [
      'of a connection are sized by it',
      '{ connection(first: 5) { nodes { author { name } } edges { node { id } } totalCount } }',
      21,
    ],
    [
      'of a connection are sized through fragments',
      '{ connection(first: 5) { ...C } } fragment C on Connection { nodes { id } }',
      6,
    ],
    [
      'of one fragment differ from connection to connection',
      '{ connection(first: 5) { ...C } b: connection(first: 2) { ...C } } fragment C on Connection { nodes { id } }',
      9,
    ],
  ])('%s', (_what, operation, expected) => {
    expect(cost(operation)).toBe(expected);
  });

  test('are as long as the variables given say', () => {
    expect(cost('query ($n: Int = 8) { page(first: $n) { id } }', { n: 30 })).toBe(30);
  });
});

describe('arguments', () => {
  test.each([
    ['a leaf is free', '{ search(code: null) }', 0],
    ['an input object costs 1, and so does one in it', '{ search(filter: { text: "a", price: { minor: 1 } }) }', 2],
    ['the objects of a list are added up', '{ search(filter: { prices: [{ minor: 1 }, { minor: 2 }] }) }', 3],
    ['a weight on an input field holds where it is given', '{ search(filter: { dear: 1 }) }', 10],
    ['a weight on an argument holds for the list and each element', '{ search(tags: ["a", "b"]) }', 6],
    ['a weight on a scalar holds', '{ search(code: "x") }', 4],
    ['a variable counts as given', 'query ($f: Filter) { search(filter: $f) }', 1],
  ])('%s', (_what, operation, expected) => {
    expect(cost(operation)).toBe(expected);
  });

  test('a variable that is known counts with what is in it', () => {
    expect(cost('query ($f: Filter) { search(filter: $f) }', { f: { price: {}, dear: 2 } })).toBe(11);
  });
});

test('fragments that spread each other many times are counted once each', () => {
  const bomb = Array.from({ length: 200 }, (_, n) => `fragment F${n} on Query { ...F${n + 1} }`);
  const document = parse(`{ ...F0 ...F0 } ${bomb.join(' ')} fragment F200 on Query { book { id } }`);
  expect(costOf(schema, document)).toBe(2);
});

test('a schema that says nothing of costs has the usual ones', () => {
  expect(costOf(buildSchema('type Query { a: [A] } type A { b: Int }'), parse('{ a { b } }'))).toBe(10);
});
