import { expect, test } from '@jest/globals';
import { GraphQLError } from 'graphql';
import type { SubgraphAnswer } from '../../subgraphs/ask-subgraph.js';
import type { Execution } from '../execution.js';
import { inParts } from './ask-in-parts.js';

const representations = Array.from({ length: 1_200 }, (_, index) => `${index}`);

/** Asks for all of them, and answers each part as told. */
async function askAll(answerTo: (part: readonly string[]) => SubgraphAnswer) {
  const sizes: number[] = [];
  const ask = inParts(async (_execution, part = []) => {
    sizes.push(part.length);
    return answerTo(part);
  });
  return { answer: await ask({} as Execution, representations), sizes };
}

function echo(part: readonly string[]): SubgraphAnswer {
  return { data: { _entities: part.map((id) => ({ id })) } };
}

test('no request is about more than 500 entities, and each answer finds its place', async () => {
  const { answer, sizes } = await askAll(echo);
  expect(sizes).toEqual([500, 500, 200]);
  expect(answer).toEqual({ data: { _entities: representations.map((id) => ({ id })) } });
});

test('an error in a later part is told at the entity that it is about', async () => {
  const error = new GraphQLError('gone', { path: ['_entities', 3, 'name'] });
  const { answer } = await askAll((part) => (part[0] === '1000' ? { ...echo(part), errors: [error] } : echo(part)));
  expect(answer.errors).toMatchObject([{ message: 'gone', path: ['_entities', 1_003, 'name'] }]);
});

test('a part that fails costs its own entities, and a bounded number of errors', async () => {
  const errors = Array.from({ length: 80 }, (_, index) => new GraphQLError('away', { path: ['_entities', index] }));
  const { answer } = await askAll((part) => (part[0] === '0' ? echo(part) : { errors }));
  const entities = answer.data?.['_entities'] as unknown[];
  expect([entities.length, entities[499], entities[500], entities[1_199]]).toEqual([1_200, { id: '499' }, null, null]);
  expect(answer.errors).toHaveLength(100);
});

test('a whole failure has no data', async () => {
  const { answer } = await askAll(() => ({ errors: [new GraphQLError('away')] }));
  expect(answer.data).toBeUndefined();
  expect(answer.errors).toHaveLength(3);
});

test('a part with another number of entities is no answer', async () => {
  await expect(askAll(() => ({ data: { _entities: [] } }))).rejects.toThrow('did not answer with 500 entities');
});
