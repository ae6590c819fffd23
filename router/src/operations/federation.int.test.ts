import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ask } from '../../test/ask.js';
import { startTestRouter, type TestRouter } from '../../test/start-test-router.js';

let graph: TestRouter;

beforeAll(async () => {
  graph = await startTestRouter({ SUBGRAPH_TIMEOUT_MS: '1000' });
});
afterAll(() => graph.stop());

test('one query reaches the fields of three subgraphs', async () => {
  const { status, data, errors } = await ask(
    graph.router,
    '{ orders { number variant { name stock } shipment { carrier } } }',
  );
  expect({ status, errors }).toEqual({ status: 200, errors: undefined });
  expect(data.orders).toEqual([
    { number: 'SO-1', variant: { name: 'Variant v1', stock: 3 }, shipment: { carrier: 'Camel Express' } },
    { number: 'SO-2', variant: { name: 'Variant v2', stock: 3 }, shipment: { carrier: 'Camel Express' } },
  ]);
});

test('a mutation answers with the fields of other subgraphs', async () => {
  const { data } = await ask(graph.router, 'mutation ($id: ID!) { cancelOrder(id: $id) { id shipment { carrier } } }', {
    variables: { id: '7' },
  });
  expect(data).toEqual({ cancelOrder: { id: '7', shipment: { carrier: 'Camel Express' } } });
});

test('what the access rules deny is null with its code and place, and no subgraph is asked for it', async () => {
  const { orders } = graph.subgraphs;
  const before = orders.requests.length;
  const query = '{ order(id: "1") { number margin } myOrder { id } }';
  const { data, errors } = await ask(graph.router, query);
  expect(data).toEqual({ order: { number: 'SO-1', margin: null }, myOrder: null });
  expect(errors).toMatchObject([
    { path: ['order', 'margin'], extensions: { code: 'UNAUTHENTICATED' } },
    { path: ['myOrder'], extensions: { code: 'UNAUTHENTICATED' } },
  ]);
  expect(orders.requests.slice(before).map((request) => request.query)).toEqual([
    expect.not.stringMatching(/margin|myOrder/),
  ]);
});

test('whoever meets the access rules is answered in full', async () => {
  const token = await graph.accounts.token({ scope: 'orders:read' });
  const { data, errors } = await ask(graph.router, '{ order(id: "1") { margin } myOrder { id } }', { token });
  expect(errors).toBeUndefined();
  expect(data).toEqual({ order: { margin: 7 }, myOrder: { id: '1' } });
});

test('an operation that asks for the schema as well is not executed when something of it is denied', async () => {
  const { orders } = graph.subgraphs;
  const before = orders.requests.length;
  const { data, errors } = await ask(graph.router, '{ __schema { queryType { name } } order(id: "1") { id margin } }');
  expect(data).toBeNull();
  expect(errors).toMatchObject([{ message: 'Order.margin needs a token.', extensions: { code: 'UNAUTHENTICATED' } }]);
  expect(orders.requests).toHaveLength(before);
  const allowed = await ask(graph.router, '{ __schema { queryType { name } } order(id: "1") { id } }');
  expect(allowed.data).toEqual({ __schema: { queryType: { name: 'Query' } }, order: { id: '1' } });
});

test('an entity that its subgraph does not know any more is null, without details of the schema', async () => {
  const answer = await ask(graph.router, '{ order(id: "9") { id variant { name } } }');
  expect(answer.data).toEqual({ order: { id: '9', variant: null } });
  expect(answer).not.toHaveProperty('extensions.valueCompletion');
});

test('a subgraph that takes too long costs its fields, with the code TIMEOUT', async () => {
  const { status, data, errors } = await ask(graph.router, '{ slow variants { id } }');
  expect(status).toBe(200);
  expect(data).toEqual({ slow: null, variants: [{ id: 'v1' }, { id: 'v2' }] });
  expect(errors).toMatchObject([{ path: ['slow'], extensions: { code: 'TIMEOUT', retryAfterMs: 1_000 } }]);
});

test('a public code of a subgraph comes through with its message and details, and with nothing else', async () => {
  const { headers, errors } = await ask(graph.router, '{ refused(code: "RATE_LIMITED") }');
  const requestId = headers.get('x-request-id');
  expect(errors).toEqual([
    { message: 'Refused.', path: ['refused'], extensions: { code: 'RATE_LIMITED', retryAfterMs: 250, requestId } },
  ]);
});

test.each(['SOMETHING_NEW', 'GRAPHQL_VALIDATION_FAILED', 'BAD_REQUEST'])(
  'a code that no client should see, such as %s, becomes INTERNAL_SERVER_ERROR',
  async (code) => {
    const { errors } = await ask(graph.router, 'query ($code: String!) { refused(code: $code) }', {
      variables: { code },
    });
    expect(errors).toMatchObject([{ message: 'Internal server error', extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
  },
);

test('an unexpected failure of a subgraph reaches the client without its message, its stack or an address', async () => {
  const answer = await ask(graph.router, '{ broken }');
  expect(answer.errors).toMatchObject([{ message: 'Internal server error', path: ['broken'] }]);
  expect(JSON.stringify(answer)).not.toMatch(/10\.0\.0\.1|stack|\.ts|127\.0\.0\.1/);
});

test('variables of the wrong form are refused with BAD_USER_INPUT', async () => {
  const { status, errors } = await ask(graph.router, 'query ($first: Int) { orders(first: $first) { id } }', {
    variables: { first: 'many' },
  });
  expect(status).toBe(200);
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
});

test('the subgraphs get the request id that the client is told', async () => {
  const { headers, data } = await ask(graph.router, '{ me { requestId } }');
  expect(data.me.requestId).toBe(headers.get('x-request-id'));
});

test('a subgraph that is down costs its fields and nothing else, and no address is told', async () => {
  await graph.subgraphs.shipping.stop();
  const answer = await ask(graph.router, '{ orders { number shipment { carrier } } }');
  expect(answer.status).toBe(200);
  expect(answer.data.orders).toEqual([
    { number: 'SO-1', shipment: null },
    { number: 'SO-2', shipment: null },
  ]);
  expect(answer.errors).toMatchObject([
    { path: ['orders', 0, 'shipment'], extensions: { code: 'SERVICE_UNAVAILABLE' } },
    { path: ['orders', 1, 'shipment'], extensions: { code: 'SERVICE_UNAVAILABLE' } },
  ]);
  expect(JSON.stringify(answer)).not.toMatch(/127\.0\.0\.1|ECONNREFUSED/);
});
