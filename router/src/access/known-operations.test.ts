import { expect, test } from '@jest/globals';
import { anonymous } from '@souk/kit/identity';
import {
  getOperationAST,
  NoUnusedFragmentsRule,
  NoUnusedVariablesRule,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { soleOperation } from '../admission/sole-operation.js';
import { createOperationCompiler } from '../execution/compile-operation.js';
import { readKnownOperations } from '../operations/known-operations.js';
import { loadSupergraph, ownSupergraphPath } from '../supergraph/load-supergraph.js';
import { buildSupergraphSchemas } from '../supergraph/supergraph-schemas.js';
import { guardOf } from './operation-guard.js';

const schemas = buildSupergraphSchemas(await loadSupergraph(ownSupergraphPath()));
const compile = createOperationCompiler(schemas, () => Promise.reject(new Error('Nobody is asked here.')));
const left = new Set([NoUnusedFragmentsRule, NoUnusedVariablesRule]);
const rules = specifiedRules.filter((rule) => !left.has(rule));

/** What is left for nobody of each operation that clients of the shop are known to send, where a rule is about it. */
const remainders = (await readKnownOperations()).flatMap(({ document: text, name }) => {
  const document = parse(text);
  const definition = getOperationAST(document, name);
  const operation = definition && soleOperation(document, definition);
  const restriction = operation && guardOf(operation, schemas.access)?.restrictionFor(anonymous);
  return restriction && definition?.operation !== 'subscription' ? [{ name, document: restriction.document }] : [];
});

test('most of what clients of the shop send is not for everybody', () => {
  expect(remainders.length).toBeGreaterThan(10);
});

test.each(remainders)('what is left of $name for nobody is valid, and can be planned', ({ name, document }) => {
  expect(validate(schemas.apiGraphqlSchema, document, rules)).toEqual([]);
  expect(() => compile(document, name)).not.toThrow();
});
