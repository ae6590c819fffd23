import { expect, test } from '@jest/globals';
import { buildSchema, getVariableValues, type OperationDefinitionNode, parse, validate } from 'graphql';
import type { ErrorFormatter } from './format-errors.js';
import { hidingSuggestions } from './hide-suggestions.js';

const schema = buildSchema(`
  type Query { find(filter: Filter, sort: Sort): Int }
  input Filter { secretName: String }
  enum Sort { RELEVANCE }
`);

const asTheyAre: ErrorFormatter = {
  format: ({ message }) => ({ message }),
  formatAll: (errors) => errors.map((error) => ({ message: (error as Error).message })),
};
const { format, formatAll } = hidingSuggestions(asTheyAre);

function variableErrors(variables: Record<string, unknown>) {
  const document = parse('query ($filter: Filter, $sort: Sort) { find(filter: $filter, sort: $sort) }');
  const { variableDefinitions = [] } = document.definitions[0] as OperationDefinitionNode;
  const { errors = [] } = getVariableValues(schema, variableDefinitions, variables);
  return errors;
}

test.each([
  ['a field of an input', { filter: { secretNam: 'x' } }, 'Field "secretNam" is not defined by type "Filter".'],
  ['a value of an enum', { sort: 'RELEVANC' }, 'Value "RELEVANC" does not exist in "Sort" enum.'],
])('a wrong guess at %s in a variable is not helped', (_what, variables, told) => {
  const errors = variableErrors(variables);
  expect(errors[0]?.message).toContain('Did you mean');
  const [formatted] = formatAll(errors);
  expect(formatted?.message).toContain(told);
  expect(formatted?.message).not.toContain('Did you mean');
});

test('neither is one in a document', () => {
  const [error] = validate(schema, parse('{ fnd }'));
  expect(format({ message: error?.message ?? '' }, error)).toEqual({
    message: 'Cannot query field "fnd" on type "Query".',
  });
});
