import { type IncomingMessage, request } from 'node:http';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { answerOf, ask } from '../../test/ask.js';
import { startTestRouter, type TestRouter } from '../../test/start-test-router.js';

let graph: TestRouter;
const json = { 'content-type': 'application/json' };

beforeAll(async () => {
  graph = await startTestRouter({ CORS_ORIGINS: 'https://shop.example, https://office.example' });
});
afterAll(() => graph.stop());

async function send(init: RequestInit, path = '/graphql') {
  return answerOf(await fetch(graph.router.url + path, init));
}

test.each([
  ['a body that is not JSON', { method: 'POST', headers: json, body: '{"query": ' }, 400, 'BAD_REQUEST'],
  ['a body of more than 100 kB', { method: 'POST', headers: json, body: aBodyOf(110_000) }, 413, 'PAYLOAD_TOO_LARGE'],
  ['no body', { method: 'POST', headers: json }, 400, 'BAD_REQUEST'],
  ['an empty operation', { method: 'POST', headers: json, body: '{}' }, 400, 'BAD_REQUEST'],
  ['a batch', { method: 'POST', headers: json, body: '[{"query":"{ me { id } }"}]' }, 400, 'BAD_REQUEST'],
  ['text', { method: 'POST', body: '{ me { id } }' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
  ['a form', { method: 'POST', body: new URLSearchParams({ query: '{ me { id } }' }) }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
  [
    'XML',
    { method: 'POST', headers: { 'content-type': 'application/xml' }, body: '<q/>' },
    415,
    'UNSUPPORTED_MEDIA_TYPE',
  ],
  ['PUT', { method: 'PUT', headers: json, body: '{}' }, 405, 'METHOD_NOT_ALLOWED'],
  ['DELETE', { method: 'DELETE' }, 405, 'METHOD_NOT_ALLOWED'],
  ['a GET that a foreign page could send', { method: 'GET' }, 400, 'BAD_REQUEST'],
])('%s is refused in JSON, without a stack', async (_what, init, status, code) => {
  const answer = await send(init as RequestInit);
  expect(answer).toMatchObject({ status, errors: [{ extensions: { code } }] });
  expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
  expect(JSON.stringify(answer)).not.toMatch(/node_modules|at \w+ \(/);
});

test('a path that nobody serves is answered in JSON', async () => {
  for (const path of ['/somewhere', '/graphql/somewhere'])
    expect(await send({}, path)).toMatchObject({ status: 404, errors: [{ extensions: { code: 'NOT_FOUND' } }] });
});

test('a query may come by GET when it bears a header that no foreign page can send', async () => {
  const query = encodeURIComponent('{ order(id: "1") { number } }');
  const answer = await send({ headers: { 'apollo-require-preflight': 'yes' } }, `/graphql?query=${query}`);
  expect(answer).toMatchObject({ status: 200, data: { order: { number: 'SO-1' } } });
});

test('a mutation may not come by GET', async () => {
  const query = encodeURIComponent('mutation { cancelOrder(id: "1") { id } }');
  const answer = await send({ headers: { 'apollo-require-preflight': 'yes' } }, `/graphql?query=${query}`);
  expect(answer).toMatchObject({ status: 405, errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
});

test('text that no subgraph could keep is refused', async () => {
  const query = 'query ($id: ID!) { order(id: $id) { number } }';
  for (const id of ['a\0b', 'half \ud800']) {
    const answer = await send({ method: 'POST', headers: json, body: JSON.stringify({ query, variables: { id } }) });
    expect(answer).toMatchObject({ status: 200, errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  }
});

test('a document of more than 2000 tokens is refused before it is read', async () => {
  const { status, errors } = await ask(graph.router, `{ ${'me { id } '.repeat(600)} }`);
  expect(status).toBe(400);
  expect(errors).toMatchObject([{ extensions: { code: 'TOKEN_LIMIT_EXCEEDED' } }]);
});

test('a document whose fragments multiply is refused quickly', async () => {
  const fragments = Array.from({ length: 27 }, (_item, n) => `fragment F${n} on Order { ...F${n + 1} ...F${n + 1} }`);
  const query = `{ order(id: "1") { ...F0 } } ${fragments.join(' ')} fragment F27 on Order { id }`;
  const { status, errors } = await ask(graph.router, query);
  expect(status).toBe(200);
  expect(errors).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
});

test('a mistake in the document is told with its place', async () => {
  const { status, errors } = await ask(graph.router, '{ me { nothing } }');
  expect(status).toBe(200);
  expect(errors).toMatchObject([
    { locations: [{ line: 1, column: 8 }], extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } },
  ]);
});

test.each([
  ['is not in the document', 'query One { me { id } }', 'Two'],
  ['is not chosen among several', 'query One { me { id } } query Two { me { kind } }', undefined],
])('an operation that %s is refused', async (_what, query, operationName) => {
  const answer = await send({ method: 'POST', headers: json, body: JSON.stringify({ query, operationName }) });
  expect(answer).toMatchObject({ status: 200, errors: [{ extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } }] });
});

test('a subscription sent as an ordinary request is told how to subscribe', async () => {
  const { status, errors } = await ask(graph.router, 'subscription { orderStatusChanged(orderId: "1") { status } }');
  expect(status).toBe(400);
  expect(errors).toMatchObject([
    { message: expect.stringContaining('text/event-stream'), extensions: { code: 'BAD_REQUEST' } },
  ]);
});

test.each([
  [
    '@skip by a variable',
    'subscription ($on: Boolean!) { orderStatusChanged(orderId: "1") @skip(if: $on) { status } }',
  ],
  ['@include by a constant', 'subscription { orderStatusChanged(orderId: "1") @include(if: true) { status } }'],
])('a subscription with %s at its root is refused as invalid, with the place', async (_what, query) => {
  const { status, errors } = await ask(graph.router, query, { variables: { on: false } });
  expect(status).toBe(200);
  expect(errors).toMatchObject([
    {
      message: '@skip and @include are not allowed on the root field of a subscription.',
      locations: [{ line: 1, column: query.indexOf('@') + 1 }],
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
    },
  ]);
});

test('pages of the allowed origins may call, and no others', async () => {
  const preflight = (origin: string) =>
    fetch(`${graph.router.url}/graphql`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' },
    });
  const allowed = await preflight('https://office.example');
  expect(allowed.status).toBe(204);
  expect(allowed.headers.get('access-control-allow-origin')).toBe('https://office.example');
  expect(allowed.headers.get('access-control-allow-headers')).toContain('authorization');
  expect(allowed.headers.get('access-control-allow-credentials')).toBeNull();
  expect((await preflight('https://evil.example')).headers.get('access-control-allow-origin')).toBeNull();
});

test('a client that offers HTTP/2 is answered in HTTP/1.1', async () => {
  const { hostname, port } = new URL(graph.router.url);
  const headers = { ...json, connection: 'Upgrade, HTTP2-Settings', upgrade: 'h2c', 'http2-settings': 'AAMAAABk' };
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const sent = request({ hostname, port, path: '/graphql', method: 'POST', headers }, resolve).on('error', reject);
    sent.end('{"query":"{ me { kind } }"}');
  });
  expect(response.statusCode).toBe(200);
  response.resume();
});

test('answers tell browsers to be strict, and nothing about what serves them', async () => {
  const { headers } = await ask(graph.router, '{ me { id } }');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('x-powered-by')).toBeNull();
});

function aBodyOf(bytes: number): string {
  return JSON.stringify({ query: '{ me { id } }', variables: { filler: 'x'.repeat(bytes) } });
}
