import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { newId } from '@souk/kit/domain';
import { eventually, publishEvent } from '@souk/kit/testing';
import { sessionRevokedV1 } from '@souk/schema/events/accounts';
import { connect } from 'nats';
import { WebSocket } from 'ws';
import { openSocketClient, type SocketClient } from '../../test/socket-client.js';
import { startTestRouter, type TestRouter } from '../../test/start-test-router.js';

let graph: TestRouter;
const open: SocketClient[] = [];

const statusChanges = `subscription ($orderId: ID!, $afterSequence: Int) {
  orderStatusChanged(orderId: $orderId, afterSequence: $afterSequence) {
    sequence
    status
    order { number variant { name } shipment { carrier askedBy } }
  }
}`;

beforeAll(async () => {
  graph = await startTestRouter();
});
beforeEach(async () => {
  for (const { client } of open.splice(0)) client.terminate();
  await eventually(() => expect(graph.orders.activeSubscriptions).toBe(0));
});
afterAll(() => graph.stop());

function connectClient(connectionParams?: Record<string, unknown>): SocketClient {
  const client = openSocketClient(graph.router.url, connectionParams ? { connectionParams } : {});
  open.push(client);
  return client;
}

async function listening(count: number): Promise<void> {
  await eventually(() => expect(graph.orders.activeSubscriptions).toBe(count));
}

test('each event arrives with the fields of every subgraph, in order', async () => {
  const id = newId();
  const token = await graph.accounts.token({ sub: id });
  const subscription = connectClient({ authorization: `Bearer ${token}` }).subscribe({
    query: statusChanges,
    variables: { orderId: '1' },
  });
  await listening(1);
  for (const status of ['PENDING', 'CONFIRMED', 'PAID']) graph.orders.publish(status);
  await eventually(() => expect(subscription.results).toHaveLength(3));
  const changes = subscription.results.map(({ data }) => data.orderStatusChanged);
  expect(changes.map(({ status }) => status)).toEqual(['PENDING', 'CONFIRMED', 'PAID']);
  const order = {
    number: 'SO-1',
    variant: { name: 'Variant v1' },
    shipment: { carrier: 'Camel Express', askedBy: id },
  };
  expect(changes[2]).toMatchObject({ order });
});

test('what was missed is asked of the subgraph with afterSequence', async () => {
  graph.orders.publish('SHIPPED');
  const subscription = connectClient().subscribe({
    query: statusChanges,
    variables: { orderId: '1', afterSequence: 0 },
  });
  await eventually(() => expect(subscription.results.length).toBeGreaterThan(0));
  expect(subscription.results[0]?.data.orderStatusChanged.sequence).toBe(1);
  expect(graph.orders.subscribedWith.at(-1)).toMatchObject({ orderId: '1', afterSequence: 0 });
});

test('a subscription ends with its source', async () => {
  const subscription = connectClient().subscribe({ query: statusChanges, variables: { orderId: '1' } });
  await listening(1);
  graph.orders.publish('COMPLETED');
  expect(await subscription.ended).toBeUndefined();
  expect(subscription.results.at(-1)?.data.orderStatusChanged.status).toBe('COMPLETED');
});

test('unsubscribing reaches the subgraph, and so does leaving', async () => {
  const client = connectClient();
  const first = client.subscribe({ query: statusChanges, variables: { orderId: '1' } });
  client.subscribe({ query: statusChanges, variables: { orderId: '2' } });
  await listening(2);
  first.unsubscribe();
  await listening(1);
  client.client.terminate();
  await listening(0);
});

test('queries and mutations work over the same socket', async () => {
  const client = connectClient({ token: await graph.accounts.token() });
  const query = client.subscribe({ query: '{ me { kind } order(id: "3") { shipment { carrier } } }' });
  const mutation = client.subscribe({ query: 'mutation { cancelOrder(id: "4") { number } }' });
  expect(await Promise.all([query.ended, mutation.ended])).toEqual([undefined, undefined]);
  expect(query.results).toMatchObject([
    { data: { me: { kind: 'customer' }, order: { shipment: { carrier: 'Camel Express' } } } },
  ]);
  expect(mutation.results).toMatchObject([{ data: { cancelOrder: { number: 'SO-4' } } }]);
});

test('errors of a query over the socket are masked like all others', async () => {
  const query = connectClient().subscribe({ query: '{ broken }' });
  await query.ended;
  expect(query.results[0]?.errors).toMatchObject([
    { message: 'Internal server error', path: ['broken'], extensions: { code: 'INTERNAL_SERVER_ERROR' } },
  ]);
});

test.each([
  ['that is malformed', { query: 'subscription {' }, 'GRAPHQL_PARSE_FAILED'],
  ['of an unknown field', { query: 'subscription { nothing }' }, 'GRAPHQL_VALIDATION_FAILED'],
  ['with variables of the wrong form', { query: statusChanges, variables: { orderId: [] } }, 'BAD_USER_INPUT'],
  ['without a variable that is needed', { query: statusChanges }, 'BAD_USER_INPUT'],
  ['that its subgraph refuses', { query: statusChanges, variables: { orderId: 'unknown' } }, 'NOT_FOUND'],
  ['too large to be passed on', { query: statusChanges, variables: { orderId: 'x'.repeat(62_000) } }, 'BAD_REQUEST'],
  ['that depends on a variable', { query: conditional('$on'), variables: { on: true } }, 'GRAPHQL_VALIDATION_FAILED'],
  ['that selects nothing', { query: conditional('false') }, 'GRAPHQL_VALIDATION_FAILED'],
])('a subscription %s is answered with errors, and the socket stays', async (_what, payload, code) => {
  const client = connectClient();
  expect(await client.subscribe(payload).ended).toMatchObject([
    { extensions: { code, requestId: expect.any(String) } },
  ]);
  const query = client.subscribe({ query: '{ me { kind } }' });
  await query.ended;
  expect(query.results).toHaveLength(1);
});

test('below its root, a subscription may select by conditions', async () => {
  const subscription = connectClient().subscribe({
    query: `subscription ($on: Boolean!) { orderStatusChanged(orderId: "1") { ...Change status @skip(if: $on) } }
      fragment Change on OrderStatusChange { order { number @include(if: $on) variant @skip(if: $on) { name } } }`,
    variables: { on: true },
  });
  await listening(1);
  graph.orders.publish('PAID');
  await eventually(() => expect(subscription.results).toHaveLength(1));
  expect(subscription.results[0]).toEqual({ data: { orderStatusChanged: { order: { number: 'SO-1' } } } });
});

test('a part that is missing from an event is an error beside the rest of it', async () => {
  const subscription = connectClient().subscribe({
    query: 'subscription { orderStatusChanged(orderId: "9") { status order { number variant { name } } } }',
  });
  await listening(1);
  graph.orders.publish('PAID');
  await eventually(() => expect(subscription.results).toHaveLength(1));
  expect(subscription.results[0]).toEqual({
    data: { orderStatusChanged: { status: 'PAID', order: { number: 'SO-9', variant: null } } },
  });
});

test.each([
  ['a forged token', () => graph.accounts.token({}, { isForged: true })],
  ['an expired token', () => graph.accounts.token({}, { expiresIn: -60 })],
])('%s closes the socket with 4403', async (_what, token) => {
  const client = connectClient({ authorization: `Bearer ${await token()}` });
  void client.subscribe({ query: '{ me { kind } }' });
  expect(await client.closed).toMatchObject({ code: 4403 });
});

test('the socket is closed with 4403 when its token expires', async () => {
  const token = await graph.accounts.token({}, { expiresIn: 3 });
  const client = connectClient({ token });
  client.subscribe({ query: statusChanges, variables: { orderId: '1' } });
  await listening(1);
  expect(await client.closed).toMatchObject({ code: 4403 });
  await listening(0);
});

test('the socket is closed with 4403 when its session is revoked', async () => {
  const sessionId = newId();
  const client = connectClient({ token: await graph.accounts.token({ sid: sessionId }) });
  client.subscribe({ query: statusChanges, variables: { orderId: '1' } });
  await listening(1);
  const nats = await connect({ servers: graph.nats.url });
  const event = sessionRevokedV1({ sessionId, customerId: newId(), reason: 'SIGNED_OUT' });
  await publishEvent(nats, event, { aggregateId: sessionId, version: 1 });
  expect(await client.closed).toMatchObject({ code: 4403 });
  await nats.close();
});

test('a socket carries no more than 20 operations at a time', async () => {
  const client = connectClient();
  const all = Array.from({ length: 21 }, (_item, n) =>
    client.subscribe({ query: statusChanges, variables: { orderId: String(n) } }),
  );
  expect(await all.at(-1)?.ended).toMatchObject([{ extensions: { code: 'RATE_LIMITED', limit: 20 } }]);
  await listening(20);
});

test('a user has no more than 5 sockets; when one is closed, another may be opened', async () => {
  const token = await graph.accounts.token();
  const ask = { query: '{ me { kind } }' };
  const clients = Array.from({ length: 5 }, () => connectClient({ token }));
  for (const [n, client] of clients.entries())
    client.subscribe({ query: statusChanges, variables: { orderId: String(n) } });
  await listening(5);
  const sixth = connectClient({ token });
  void sixth.subscribe(ask);
  expect(await sixth.closed).toMatchObject({ code: 1013 });
  clients[0]?.client.terminate();
  await eventually(async () => expect(await connectClient({ token }).subscribe(ask).ended).toBeUndefined());
});

test('a user has no more than 20 subscriptions over all sockets', async () => {
  const token = await graph.accounts.token();
  const [one, other] = [connectClient({ token }), connectClient({ token })];
  for (let n = 0; n < 20; n += 1)
    (n % 2 ? one : other).subscribe({ query: statusChanges, variables: { orderId: String(n) } });
  await listening(20);
  const oneMore = { query: statusChanges, variables: { orderId: '20' } };
  expect(await one.subscribe(oneMore).ended).toMatchObject([{ extensions: { code: 'RATE_LIMITED', limit: 20 } }]);
  other.client.terminate();
  await listening(10);
  one.subscribe(oneMore);
  await listening(11);
});

test('from one address come no more than 50 sockets of nobody in particular', async () => {
  const sockets = Array.from({ length: 50 }, () => new WebSocket(socketUrl(), 'graphql-transport-ws'));
  await Promise.all(sockets.map((socket) => new Promise((resolve) => socket.once('open', resolve))));
  expect(await refusalOf(new WebSocket(socketUrl(), 'graphql-transport-ws'))).toBe(429);
  for (const socket of sockets) socket.terminate();
  await eventually(async () =>
    expect(await connectClient().subscribe({ query: '{ me { kind } }' }).ended).toBeUndefined(),
  );
});

test.each([
  ['is silent', () => undefined],
  ['only pings', (socket: WebSocket) => socket.send('{"type":"ping"}')],
])('who %s instead of saying who they are is disconnected in time with 4408', async (_what, act) => {
  const openedAt = Date.now();
  const socket = new WebSocket(socketUrl(), 'graphql-transport-ws');
  const closed = new Promise((resolve) => socket.once('close', resolve));
  await new Promise((resolve) => socket.once('open', resolve));
  const timer = setInterval(() => act(socket), 200);
  expect(await closed).toBe(4408);
  clearInterval(timer);
  expect(Date.now() - openedAt).toBeLessThan(5_000);
});

test('a message of more than 64 kB closes the socket', async () => {
  const socket = new WebSocket(socketUrl(), 'graphql-transport-ws');
  await new Promise((resolve) => socket.once('open', resolve));
  const closed = new Promise((resolve) => socket.once('close', resolve));
  socket.send(JSON.stringify({ type: 'ping', payload: { filler: 'x'.repeat(66_000) } }));
  expect(await closed).toBe(1009);
});

test.each([
  ['a page of a foreign origin', '/graphql', { origin: 'https://evil.example' }, 403],
  ['another path', '/elsewhere', {}, 404],
])('%s gets no socket', async (_what, path, headers, status) => {
  const socket = new WebSocket(graph.router.url.replace('http', 'ws') + path, 'graphql-transport-ws', { headers });
  expect(await refusalOf(socket)).toBe(status);
});

/** Resolves to the status that a socket was refused with. */
function refusalOf(socket: WebSocket): Promise<number | undefined> {
  return new Promise((resolve) =>
    socket.once('unexpected-response', (_request, { statusCode }) => resolve(statusCode)),
  );
}

function socketUrl(): string {
  return `${graph.router.url.replace('http', 'ws')}/graphql`;
}

function conditional(condition: string): string {
  const variable = condition.startsWith('$') ? `(${condition}: Boolean!)` : '';
  return `subscription ${variable} { orderStatusChanged(orderId: "1") @include(if: ${condition}) { status } }`;
}
