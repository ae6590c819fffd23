import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { buildSchema, getOperationAST, getVariableValues, parse } from 'graphql';
import { compileCoercion } from './compile-coercion.js';

const schema = buildSchema(`
  type Query { ask(id: ID, name: String, count: Int, share: Float, isNew: Boolean, what: Input, when: Date): Int }
  input Input { a: Int }
  scalar Date
`);

const definitions = [
  '$v: ID',
  '$v: ID!',
  '$v: Int',
  '$v: Int!',
  '$v: Int = 3',
  '$v: Float!',
  '$v: String',
  '$v: Boolean!',
  '$v: [Int!]',
  '$v: Input',
  '$v: Date',
  '$v: Int, $w: String!',
];

const value = fc.oneof(
  fc.integer(),
  fc.double(),
  fc.constantFrom(2 ** 31, -(2 ** 31), 2 ** 31 - 1, -0, Number.NaN, Number.POSITIVE_INFINITY),
  fc.string(),
  fc.boolean(),
  fc.constant(null),
  fc.constant(undefined),
  fc.array(fc.integer()),
  fc.record({ a: fc.integer() }),
);
const variables = fc.record({ v: value, w: value, other: value }, { requiredKeys: [] });

test.each(definitions)('variables of (%s) are checked as graphql-js checks them', (definition) => {
  const { variableDefinitions = [] } = getOperationAST(parse(`query (${definition}) { ask }`))!;
  const coerce = compileCoercion(schema, variableDefinitions);
  fc.assert(
    fc.property(variables, (given) => {
      expect(coerce(given)).toEqual(getVariableValues(schema, variableDefinitions, given));
    }),
    { numRuns: 300 },
  );
});

test('what an object inherits is not a variable', () => {
  const { variableDefinitions = [] } = getOperationAST(parse('query ($v: Int!) { ask }'))!;
  expect(compileCoercion(schema, variableDefinitions)(Object.create({ v: 1 })).coerced).toBeUndefined();
});
