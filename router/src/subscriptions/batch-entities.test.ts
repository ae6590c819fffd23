import { expect, test } from '@jest/globals';
import { GraphQLError } from 'graphql';
import type { Identity } from '../identity/identity.js';
import { nobody } from '../identity/identity.js';
import type { AskSubgraph, SubgraphAnswer } from '../subgraphs/ask-subgraph.js';
import { batchEntities } from './batch-entities.js';

const head = '{"query":"…","variables":{';
const somebody: Identity = { caller: { kind: 'customer', id: 'c', roles: [], scopes: [] } };

interface Entity {
  id: string;
  tags: string[];
}

/** A subgraph that says of each entity what it was asked about, and how often it was asked. */
function open(answerTo: (ids: string[]) => SubgraphAnswer = (ids) => ({ data: { _entities: ids.map(entity) } })) {
  const requests: string[][] = [];
  const ask = batchEntities(async (_subgraph, { body }) => {
    const { representations } = JSON.parse(body).variables as { representations: { id: string }[] };
    requests.push(representations.map(({ id }) => id));
    return answerTo(requests.at(-1)!);
  });
  return { requests, ask };
}

function entity(id: string): Entity {
  return { id, tags: [] };
}

function askAbout(ask: AskSubgraph, ids: string[], { identity = nobody, variables = '', subgraph = 'orders' } = {}) {
  const representations = ids.map((id) => JSON.stringify({ id }));
  const entities = { head, variables, representations };
  return ask(subgraph, { body: '', isRepeatable: true, context: { identity, requestId: 'r' }, entities });
}

test('questions of the same moment are one request, and each gets its own answer', async () => {
  const { requests, ask } = open();
  const answers = await Promise.all([askAbout(ask, ['a', 'b']), askAbout(ask, ['c']), askAbout(ask, ['b'])]);
  expect(requests).toEqual([['a', 'b', 'c']]);
  expect(answers.map(({ data }) => (data!['_entities'] as Entity[]).map(({ id }) => id))).toEqual([
    ['a', 'b'],
    ['c'],
    ['b'],
  ]);
});

test('what several asked about belongs to each of them alone', async () => {
  const { ask } = open();
  const [one, other] = await Promise.all([askAbout(ask, ['a']), askAbout(ask, ['a'])]);
  const [own] = one.data!['_entities'] as Entity[];
  own?.tags.push('changed');
  expect(other.data?.['_entities']).toEqual([entity('a')]);
});

test.each([
  ['another caller', { identity: somebody }],
  ['other variables', { variables: '"locale":"de"' }],
  ['another subgraph', { subgraph: 'shipping' }],
])('nothing is asked together with the question of %s', async (_what, differently) => {
  const { requests, ask } = open();
  await Promise.all([askAbout(ask, ['a']), askAbout(ask, ['b'], differently)]);
  expect(requests).toEqual([['a'], ['b']]);
});

test('a request is about at most 250 entities', async () => {
  const { requests, ask } = open();
  await Promise.all(Array.from({ length: 600 }, (_item, index) => askAbout(ask, [String(index)])));
  expect(requests.map(({ length }) => length)).toEqual([250, 250, 100]);
});

test('an error reaches those whose entity it is about, at their place; one without a place reaches all', async () => {
  const errors = [new GraphQLError('of b', { path: ['_entities', 1, 'name'] }), new GraphQLError('of all')];
  const { ask } = open((ids) => ({ data: { _entities: ids.map(() => null) }, errors }));
  const answers = await Promise.all([askAbout(ask, ['a']), askAbout(ask, ['b'])]);
  expect(answers.map((answer) => answer.errors?.map(({ message, path }) => [message, path]))).toEqual([
    [['of all', undefined]],
    [
      ['of b', ['_entities', 0, 'name']],
      ['of all', undefined],
    ],
  ]);
});

test('what fails as a whole fails for all', async () => {
  const { ask } = open(() => ({ data: { _entities: [] } }));
  const answers = await Promise.allSettled([askAbout(ask, ['a']), askAbout(ask, ['b'])]);
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});
