import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { answerOf, type RouterAnswer } from '../../test/ask.js';
import { startTestRouter, type TestRouter } from '../../test/start-test-router.js';

let graph: TestRouter;
let token: string;

beforeAll(async () => {
  graph = await startTestRouter({ SUBGRAPH_TIMEOUT_MS: '1000', CORS_ORIGINS: 'https://shop.example' });
  token = await graph.accounts.token();
});
afterAll(() => graph.stop());

interface Sent {
  body: unknown;
  headers?: Record<string, string>;
}

async function send({ body, headers = {} }: Sent, accept = 'application/json') {
  return answerOf(
    await fetch(`${graph.router.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept, ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }),
  );
}

const graphqlJson = 'application/graphql-response+json';
/** Each type of answer as the front is asked for it, and in a way that only Apollo Server knows. */
const types = [
  ['application/json', `application/json;q=0.8, ${graphqlJson};q=0.7`],
  [graphqlJson, `${graphqlJson};q=0.8, application/json;q=0.7`],
] as const;

/** What may differ from one request to the next. */
function comparable({ headers, ...answer }: RouterAnswer) {
  const shown = ['content-type', 'vary', 'retry-after', 'cache-control', 'access-control-allow-origin'];
  // What may still be asked grows back with every millisecond between two answers.
  const text = JSON.stringify(answer)
    .replaceAll(/"requestId":"[^"]*"/g, '"requestId":""')
    .replaceAll(/"currentlyAvailable":\d+/g, '"currentlyAvailable":0');
  return { ...JSON.parse(text), headers: shown.map((name) => headers.get(name)), hasId: headers.has('x-request-id') };
}

const order = 'query ($id: ID!) { order(id: $id) { number variant { name } shipment { carrier } } }';
const hash = '1'.repeat(64);

test.each<[string, () => Sent]>([
  ['a query', () => ({ body: { query: order, variables: { id: '1' } } })],
  [
    'a query of somebody',
    () => ({ body: { query: '{ me { id kind } }' }, headers: { authorization: `Bearer ${token}` } }),
  ],
  ['a mutation', () => ({ body: { query: 'mutation { cancelOrder(id: "3") { number } }' } })],
  [
    'one of several operations',
    () => ({ body: { query: 'query A { me { kind } } query B { me { id } }', operationName: 'A' } }),
  ],
  [
    'a query of which something is denied',
    () => ({ body: { query: '{ order(id: "1") { number margin } me { kind } }' } }),
  ],
  ['a query of which everything is denied', () => ({ body: { query: '{ myOrder { id } }' } })],
  [
    'a query that asks for the schema and for what is denied',
    () => ({ body: { query: '{ __schema { queryType { name } } myOrder { id } }' } }),
  ],
  ['an answer with an error in it', () => ({ body: { query: '{ broken me { kind } }' } })],
  ['an answer that a subgraph refuses', () => ({ body: { query: '{ refused(code: "RATE_LIMITED") }' } })],
  ['variables of a wrong type', () => ({ body: { query: order, variables: { id: {} } } })],
  ['a variable that is missing', () => ({ body: { query: order } })],
  ['text that nobody could keep', () => ({ body: { query: order, variables: { id: 'a\0' } } })],
  ['a list that is too long', () => ({ body: { query: order, variables: { id: '1', more: Array(101).fill(1) } } })],
  ['variables that are no object', () => ({ body: { query: order, variables: [] } })],
  ['extensions that are no object', () => ({ body: { query: order, extensions: 7 } })],
  ['a name that is no text', () => ({ body: { query: order, operationName: 7 } })],
  [
    'a hash that is not that of the query',
    () => ({ body: { query: order, extensions: { persistedQuery: { version: 1, sha256Hash: hash } } } }),
  ],
  ['a body that is not JSON', () => ({ body: '{"query":' })],
  ['a body that is a text', () => ({ body: '"query"' })],
  ['a batch', () => ({ body: [{ query: order }] })],
  ['a token that is not good', () => ({ body: { query: order }, headers: { authorization: 'Bearer bad' } })],
  ['a page that may call', () => ({ body: { query: '{ me { kind } }' }, headers: { origin: 'https://shop.example' } })],
  ['a page that may not', () => ({ body: { query: '{ me { kind } }' }, headers: { origin: 'https://evil.example' } })],
])('%s is answered the same by the front and by Apollo Server', async (_what, sent) => {
  for (const [accept, roundabout] of types) {
    const others = await send(sent(), roundabout);
    const first = await send(sent(), accept);
    const again = await send(sent(), accept);
    expect(comparable(again)).toEqual(comparable(others));
    expect(comparable(again)).toEqual(comparable(first));
  }
});

test.each([
  [200, 'application/json'],
  [400, graphqlJson],
])('wrong variables have the status %d in an answer of the type %s', async (status, accept) => {
  const body = { query: order, variables: { id: {} } };
  await send({ body: { query: order, variables: { id: '1' } } });
  expect(await send({ body }, accept)).toMatchObject({ status, errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
});

test('an operation that was sent before is known by its hash alone', async () => {
  const query = '{ variants { id } }';
  const { createHash } = await import('node:crypto');
  const persistedQuery = { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex') };
  await send({ body: { query } });
  expect(await send({ body: { extensions: { persistedQuery } } })).toMatchObject({
    status: 200,
    data: { variants: [{ id: 'v1' }, { id: 'v2' }] },
  });
});

test('who asks for application/graphql-response+json gets it', async () => {
  const accept = 'application/graphql-response+json, application/json';
  await send({ body: { query: '{ me { kind } }' } });
  const { headers } = await send({ body: { query: '{ me { kind } }' } }, accept);
  expect(headers.get('content-type')).toBe('application/graphql-response+json; charset=utf-8');
});

test('a client that goes away in the middle of its body costs nothing', async () => {
  const { connect } = await import('node:net');
  const socket = connect(Number(new URL(graph.router.url).port), '127.0.0.1');
  socket.write(
    'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 50\r\n\r\n{"query"',
  );
  await new Promise<void>((resolve) => socket.once('ready', () => resolve()));
  socket.destroy();
  expect(await send({ body: { query: '{ me { kind } }' } })).toMatchObject({ status: 200 });
});
