import { connect as connectSocket } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '@souk/kit/domain';
import { eventually, publishEvent } from '@souk/kit/testing';
import { sessionRevokedV1 } from '@souk/schema/events/accounts';
import { createClient } from 'graphql-sse';
import { connect } from 'nats';
import { answerOf } from '../../test/ask.js';
import type { AnyResult } from '../../test/socket-client.js';
import { startTestRouter, type TestRouter } from '../../test/start-test-router.js';

let graph: TestRouter;

const statusChanges = `subscription ($afterSequence: Int) {
  orderStatusChanged(orderId: "1", afterSequence: $afterSequence) {
    sequence status order { number variant { name } shipment { carrier askedBy } }
  }
}`;

beforeAll(async () => {
  graph = await startTestRouter();
});
afterAll(() => graph.stop());

/** Runs an operation to its end through the public client of the protocol. */
function run(query: string, { token, variables = {} }: { token?: string; variables?: Record<string, unknown> } = {}) {
  const client = createClient({
    url: `${graph.router.url}/graphql`,
    retryAttempts: 0,
    headers: token ? { authorization: `Bearer ${token}` } : {},
  });
  const results: AnyResult[] = [];
  const ended = Promise.withResolvers<unknown>();
  const connected = Promise.withResolvers<void>();
  const leave = client.subscribe(
    { query, variables },
    {
      next: (result) => results.push(result as AnyResult),
      error: ended.resolve,
      complete: () => ended.resolve(undefined),
    },
    { connected: () => connected.resolve() },
  );
  return { results, connected: connected.promise, ended: ended.promise, leave };
}

async function listening(count: number): Promise<void> {
  await eventually(() => expect(graph.orders.activeSubscriptions).toBe(count));
}

function get(parameters: Record<string, string>, headers: Record<string, string> = {}) {
  const address = `${graph.router.url}/graphql?${new URLSearchParams(parameters)}`;
  return fetch(address, { headers: { accept: 'text/event-stream', ...headers } });
}

test('a subscription over server-sent events reaches every subgraph and ends with its source', async () => {
  const id = newId();
  const subscription = run(statusChanges, { token: await graph.accounts.token({ sub: id }) });
  await listening(1);
  graph.orders.publish('PAID');
  graph.orders.publish('COMPLETED');
  expect(await subscription.ended).toBeUndefined();
  expect(subscription.results.map(({ data }) => data.orderStatusChanged.status)).toEqual(['PAID', 'COMPLETED']);
  expect(subscription.results[0]?.data.orderStatusChanged.order).toEqual({
    number: 'SO-1',
    variant: { name: 'Variant v1' },
    shipment: { carrier: 'Camel Express', askedBy: id },
  });
});

test('what was missed is replayed', async () => {
  const subscription = run(statusChanges, { variables: { afterSequence: 0 } });
  await eventually(() => expect(subscription.results).toHaveLength(2));
  expect(subscription.results[0]?.data.orderStatusChanged.sequence).toBe(1);
  subscription.leave();
});

test('leaving unsubscribes at the subgraph', async () => {
  const subscription = run(statusChanges);
  await listening(1);
  subscription.leave();
  await listening(0);
});

test('queries and mutations are answered by a stream of one', async () => {
  const query = run('{ me { kind } }');
  const mutation = run('mutation { cancelOrder(id: "4") { number } }');
  await Promise.all([query.ended, mutation.ended]);
  expect(query.results).toMatchObject([{ data: { me: { kind: 'anonymous' } } }]);
  expect(mutation.results).toMatchObject([{ data: { cancelOrder: { number: 'SO-4' } } }]);
});

test.each([
  ['malformed', 'subscription {', 'GRAPHQL_PARSE_FAILED'],
  ['invalid', 'subscription { nothing }', 'GRAPHQL_VALIDATION_FAILED'],
  [
    'conditional',
    'subscription ($on: Boolean!) { orderStatusChanged(orderId: "1") @skip(if: $on) { status } }',
    'GRAPHQL_VALIDATION_FAILED',
  ],
  ['refused by its subgraph', 'subscription { orderStatusChanged(orderId: "unknown") { status } }', 'NOT_FOUND'],
])('a subscription that is %s is answered with its errors', async (_what, query, code) => {
  const subscription = run(query);
  await subscription.ended;
  expect(subscription.results).toMatchObject([{ errors: [{ extensions: { code, requestId: expect.any(String) } }] }]);
});

test('a subscription may come by GET, a mutation may not', async () => {
  const subscription = await get({ query: statusChanges, variables: '{"afterSequence":1}' });
  expect(subscription.headers.get('content-type')).toContain('text/event-stream');
  await subscription.body?.cancel();
  const mutation = await get({ query: 'mutation { cancelOrder(id: "4") { number } }' });
  expect(await mutation.text()).toMatch(/event: next\ndata: {"errors":\[.*"BAD_REQUEST".*\n\nevent: complete/);
  await listening(0);
});

test.each([
  ['without an operation', {}],
  ['with variables that are not JSON', { query: '{ me { id } }', variables: '{' }],
  ['with variables that are no object', { query: '{ me { id } }', variables: '7' }],
])('a request %s is refused in JSON', async (_what, parameters) => {
  const answer = await answerOf(await get(parameters as Record<string, string>));
  expect(answer).toMatchObject({ status: 400, errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
});

test('who prefers JSON gets JSON, though they would take a stream', async () => {
  const headers = {
    accept: 'application/graphql-response+json, text/event-stream;q=0.5',
    'apollo-require-preflight': '1',
  };
  const response = await get({ query: '{ me { kind } }' }, headers);
  expect(response.headers.get('content-type')).toContain('application/graphql-response+json');
});

test('a client that does not read is let go, and its subscription with it', async () => {
  const socket = connectSocket(Number(new URL(graph.router.url).port), '127.0.0.1');
  const query = 'subscription { orderStatusChanged(orderId: "1") { status } }';
  const address = `/graphql?${new URLSearchParams({ query })}`;
  socket.write(`GET ${address} HTTP/1.1\r\nhost: x\r\naccept: text/event-stream\r\n\r\n`);
  socket.pause();
  await listening(1);
  const flood = graph.orders.flood();
  await listening(0);
  flood.stop();
  socket.destroy();
});

test('a user has no more than 20 subscriptions', async () => {
  const token = await graph.accounts.token();
  const streams = Array.from({ length: 20 }, () => run(statusChanges, { token }));
  await Promise.all(streams.map((stream) => stream.connected));
  const oneMore = run(statusChanges, { token });
  await oneMore.ended;
  expect(oneMore.results).toMatchObject([{ errors: [{ extensions: { code: 'RATE_LIMITED', limit: 20 } }] }]);
  for (const { leave } of streams) leave();
  await listening(0);
});

test('a bad token is refused with 401 before any stream', async () => {
  const answer = await answerOf(await get({ query: statusChanges }, { authorization: 'Bearer bad' }));
  expect(answer).toMatchObject({ status: 401, errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
});

test('the stream ends with UNAUTHENTICATED when its token expires', async () => {
  const subscription = run(statusChanges, { token: await graph.accounts.token({}, { expiresIn: 3 }) });
  await subscription.ended;
  expect(subscription.results).toMatchObject([{ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] }]);
  await listening(0);
});

test('the stream ends with UNAUTHENTICATED when its session is revoked', async () => {
  const sessionId = newId();
  const subscription = run(statusChanges, { token: await graph.accounts.token({ sid: sessionId }) });
  await listening(1);
  const nats = await connect({ servers: graph.nats.url });
  const event = sessionRevokedV1({ sessionId, customerId: newId(), reason: 'TOKEN_REUSED' });
  await publishEvent(nats, event, { aggregateId: sessionId, version: 1 });
  await subscription.ended;
  expect(subscription.results).toMatchObject([{ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] }]);
  await nats.close();
});
