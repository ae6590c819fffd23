import { expect, test } from '@jest/globals';
import { remarksOf } from '../../../test/remarks.js';
import { linted } from './linted.js';

test('a schema that is described and well named passes, directives and root types as they are', () => {
  const sdl = `
    directive @cacheControl(maxAge: Int) on OBJECT
    type Query {
      "The cart."
      cart("Which one." id: ID!): Cart
    }
    "What is to be bought."
    type Cart {
      "How it is paid."
      means: Means
    }
    "How to pay."
    enum Means {
      "With a card."
      BY_CARD
    }
    "Bounds."
    input BoundsInput {
      "From here."
      from: Int
    }`;
  expect(remarksOf(linted, sdl)).toEqual([]);
});

test.each([
  ['a type', 'type Cart { "It." id: ID! }', 'Cart'],
  ['a field', '"It." type Cart { id: ID! }', 'Cart.id'],
  ['an argument', 'type Query { "It." cart(id: ID!): Int }', 'Query.cart(id:)'],
  ['an input field', '"It." input CartInput { id: ID! }', 'CartInput.id'],
  ['a value of an enum', '"It." enum Means { CARD }', 'Means.CARD'],
  ['a scalar', 'scalar Money', 'Money'],
])('%s without a description is remarked', (_what, sdl, coordinate) => {
  expect(remarksOf(linted, sdl)).toEqual([`UNDESCRIBED ${coordinate}`]);
});

test.each([
  ['a type in lower case', '"It." type cart { "It." id: ID! }', 'cart'],
  ['a type that says that it is one', '"It." type CartType { "It." id: ID! }', 'CartType'],
  ['a field in snake case', '"It." type Cart { "It." cart_id: ID! }', 'Cart.cart_id'],
  ['an argument in capitals', 'type Query { "It." cart("It." ID: ID!): Int }', 'Query.cart(ID:)'],
  ['an input that does not say so', '"It." input Bounds { "It." from: Int }', 'Bounds'],
  ['a value in lower case', '"It." enum Means { "It." card }', 'Means.card'],
  ['a query that begins with get', 'type Query { "It." getCart: Int }', 'Query.getCart'],
])('%s is remarked', (_what, sdl, coordinate) => {
  expect(remarksOf(linted, sdl)).toEqual([`BADLY_NAMED ${coordinate}`]);
});

test('a connection without pages is remarked, and so is a value that comes twice', () => {
  const sdl =
    '"It." type LineConnection { "It." edges: [Int!]! } "It." enum Means { "It." CARD "It." CASH "It." CARD }';
  expect(remarksOf(linted, sdl)).toEqual(['CONNECTION_SHAPE LineConnection', 'ENUM_VALUE_TWICE Means.CARD']);
});
