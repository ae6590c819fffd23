import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { GuardedSupergraph } from '@souk/router/access/guarded-supergraph';
import { composeGraph } from '../graph/compose-graph.js';
import { expectedAnswer } from '../graph/expected-answer.js';
import { bodiesOf, operations } from '../graph/operations.js';
import { subgraphParts } from '../graph/subgraph-parts.js';
import { postJson } from '../processes/post-json.js';
import { type JsonServer, serveJson } from '../processes/serve-json.js';
import { answerFromMemory } from '../subgraphs/answer-from-memory.js';
import { createBareRouter } from './create-bare-router.js';

let subgraphs: JsonServer[];
let router: Server;
let url: string;

beforeAll(async () => {
  subgraphs = await Promise.all(subgraphParts.map((part) => serveJson(answerFromMemory(part))));
  const urls = subgraphParts.map(({ name }, index) => [name, `http://127.0.0.1:${subgraphs[index]?.port}/graphql`]);
  const { supergraphSdl } = composeGraph(Object.fromEntries(urls));
  router = createServer(createBareRouter(GuardedSupergraph.read(supergraphSdl)));
  await new Promise<void>((resolve) => router.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(router.address() as AddressInfo).port}/graphql`;
});

afterAll(() => {
  router.close();
  router.closeAllConnections();
  for (const subgraph of subgraphs) subgraph.stop();
});

test.each(operations.map((operation) => [operation.name, operation] as const))(
  'without protections the answer to the %s operation is the same',
  async (_name, operation) => {
    const [body = ''] = bodiesOf(operation);
    expect(JSON.parse(await postJson(url, body))).toEqual(await expectedAnswer(composeGraph({}).api, body));
  },
);

test('what is no operation of this bench is not answered', async () => {
  await expect(postJson(url, '{"query":"{ __typename }"}')).rejects.toThrow('404');
});
