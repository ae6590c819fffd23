import { expect, test } from '@jest/globals';
import { buildSchema, parse } from 'graphql';
import { coordinatesOf } from './coordinates-of.js';

const schema = buildSchema(`
  directive @mark(note: String) on FIELD
  type Query { order(id: ID!, in: Channel = SHOP): Order node: Node found: Found search(filter: Filter): Int paint(color: Color): Int }
  interface Node { id(short: Boolean): ID }
  interface Named implements Node { id(short: Boolean): ID name: String }
  type Order implements Node { id(short: Boolean): ID status: Status }
  type Person implements Named & Node { id(short: Boolean): ID name: String }
  union Found = Order | Person
  enum Status { OPEN DONE }
  enum Channel { SHOP MARKET }
  enum Color { RED }
  input Filter { text: String status: Status within: Filter price: Price }
  input Price { from: Int }
`);

test.each([
  [
    'a field with what it returns',
    '{ order(id: 1) { status } }',
    ['ID', 'Order', 'Order.status', 'Query.order', 'Query.order(id:)', 'Status'],
  ],
  [
    'a field through an interface counts for every type that implements it',
    '{ node { id(short: true) } }',
    [
      'Boolean',
      'ID',
      'Node',
      'Node.id',
      'Node.id(short:)',
      'Order.id',
      'Order.id(short:)',
      'Person.id',
      'Person.id(short:)',
      'Query.node',
    ],
  ],
  [
    'a variable may hold everything that its type reaches',
    'query ($f: Filter) { search(filter: $f) }',
    [
      'Filter',
      'Filter.price',
      'Filter.status',
      'Filter.text',
      'Filter.within',
      'Int',
      'Price',
      'Price.from',
      'Query.search',
      'Query.search(filter:)',
      'Status',
      'Status.DONE',
      'Status.OPEN',
      'String',
    ],
  ],
  [
    'a value written out holds what is in it',
    '{ search(filter: { status: OPEN, price: { from: 1 } }) }',
    [
      'Filter',
      'Filter.price',
      'Filter.status',
      'Int',
      'Price',
      'Price.from',
      'Query.search',
      'Query.search(filter:)',
      'Status',
      'Status.OPEN',
    ],
  ],
  [
    'so does the default of a variable',
    'query ($c: Color = RED) { paint(color: $c) }',
    ['Color', 'Color.RED', 'Int', 'Query.paint', 'Query.paint(color:)'],
  ],
  [
    'a fragment relies on the membership of its type',
    '{ found { ... on Order { status } } }',
    ['Found', 'Found/Order', 'Order', 'Order.status', 'Query.found', 'Status'],
  ],
  [
    'a fragment on an interface relies on every type that is both',
    '{ found { ...N } } fragment N on Named { name }',
    ['Found', 'Found/Person', 'Named', 'Named.name', 'Named/Person', 'Person.name', 'Query.found', 'String'],
  ],
  [
    'a fragment on the type around relies on nothing',
    '{ node { ... on Node { __typename } } }',
    ['Node', 'Query.node'],
  ],
  [
    'a directive with its argument',
    '{ found @mark(note: "x") { __typename } }',
    ['@mark', '@mark(note:)', 'Found', 'Query.found', 'String'],
  ],
  [
    'what the schema does not know is passed over',
    '{ order(of: 1) { total { amount } } gone(a: X) }',
    ['Order', 'Query.order'],
  ],
])('%s', (_what, operation, expected) => {
  expect(coordinatesOf(schema, parse(operation))).toEqual(expected);
});
