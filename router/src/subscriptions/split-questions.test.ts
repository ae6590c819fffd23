import { expect, test } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { nobody } from '../identity/identity.js';
import type { SubgraphAnswer } from '../subgraphs/ask-subgraph.js';
import { splitQuestions } from './split-questions.js';

const head = '{"query":"…","variables":{';

/** A subgraph that answers each number with itself. */
function open(answerTo: (numbers: number[]) => SubgraphAnswer = (numbers) => ({ data: { _entities: numbers } })) {
  const requests: number[][] = [];
  const ask = splitQuestions(async (_subgraph, { body }) => {
    const { representations } = JSON.parse(body).variables as { representations: number[] };
    requests.push(representations);
    return answerTo(representations);
  });
  const askAbout = (count: number) => {
    const representations = Array.from({ length: count }, (_item, index) => String(index));
    const body = `${head}"representations":[${representations.join()}]}}`;
    const entities = { head, variables: '', representations };
    return ask('orders', { body, isRepeatable: true, context: { identity: nobody, requestId: 'r' }, entities });
  };
  return { requests, askAbout };
}

test.each([
  [250, [250]],
  [600, [250, 250, 100]],
])('%d entities are asked for in requests of %j', async (count, lengths) => {
  const { requests, askAbout } = open();
  const { data } = await askAbout(count);
  expect(requests.map(({ length }) => length)).toEqual(lengths);
  expect(data?.['_entities']).toEqual(Array.from({ length: count }, (_item, index) => index));
});

test('an error of a part is told at its place in the whole; one without a place as it is', async () => {
  const { askAbout } = open((numbers) => ({
    data: { _entities: numbers },
    ...(numbers[0] === 250 && {
      errors: [new GraphQLError('of 251', { path: ['_entities', 1, 'name'] }), new GraphQLError('of all')],
    }),
  }));
  const { errors } = await askAbout(300);
  expect(errors?.map(({ message, path }) => [message, path])).toEqual([
    ['of 251', ['_entities', 251, 'name']],
    ['of all', undefined],
  ]);
});

test.each([
  ['no data', null],
  ['too few entities', { _entities: [1] }],
])('a part that is answered with %s leaves nothing of the whole', async (_what, data) => {
  const { askAbout } = open((numbers) => (numbers[0] === 250 ? { data } : { data: { _entities: numbers } }));
  expect((await askAbout(300)).data).toBeNull();
});
