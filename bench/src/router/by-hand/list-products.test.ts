import { expect, test } from '@jest/globals';
import { composeGraph } from '../graph/compose-graph.js';
import { expectedAnswer } from '../graph/expected-answer.js';
import { bodiesOf, operations } from '../graph/operations.js';
import { subgraphParts } from '../graph/subgraph-parts.js';
import { answerFromMemory } from '../subgraphs/answer-from-memory.js';
import type { AskSubgraph } from './ask-subgraph.js';
import { listProducts, type Subgraphs } from './list-products.js';
import { heavyQueries, typicalQueries } from './queries.js';

let fetches = 0;
const asks = subgraphParts.map((part): [string, AskSubgraph] => {
  const answer = answerFromMemory(part);
  return [
    part.name,
    async (query, variables) => {
      fetches++;
      return JSON.parse(await answer(JSON.stringify({ query, variables }))).data;
    },
  ];
});
const subgraphs = Object.fromEntries(asks) as Subgraphs;

test.each([
  ['typical', typicalQueries],
  ['heavy', heavyQueries],
])('five fetches make the answer to the %s operation', async (name, queries) => {
  const operation = operations.find((one) => one.name === name)!;
  const [body = ''] = bodiesOf(operation);
  fetches = 0;
  const products = await listProducts(subgraphs, queries, operation.variablesOf(0));
  const { data } = await expectedAnswer(composeGraph({}).api, body);
  expect(JSON.parse(JSON.stringify({ products }))).toEqual(data);
  expect(fetches).toBe(5);
});
