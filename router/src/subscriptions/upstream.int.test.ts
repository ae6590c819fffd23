import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { eventually } from '@souk/kit/testing';
import { createClient } from 'graphql-sse';
import { openLazyClient, openSocketClient } from '../../test/socket-client.js';
import { startTestRouter, type TestRouter } from '../../test/start-test-router.js';

let graph: TestRouter;
const query = 'subscription ($orderId: ID = "1") { orderStatusChanged(orderId: $orderId) { status } }';

beforeEach(async () => {
  graph = await startTestRouter();
});
afterEach(() => graph.stop());

async function listening(count: number): Promise<void> {
  await eventually(() => expect(graph.orders.activeSubscriptions).toBe(count));
}

test('all clients share one connection to a subgraph', async () => {
  const clients = [1, 2, 3].map(() => openSocketClient(graph.router.url));
  for (const [orderId, client] of clients.entries()) client.subscribe({ query, variables: { orderId } });
  await listening(3);
  expect(graph.subgraphs.orders.socketCount).toBe(1);
  for (const { client } of clients) client.terminate();
  await listening(0);
});

test('when the subgraph dies, its subscriptions end with SERVICE_UNAVAILABLE instead of going on with a gap', async () => {
  const socket = openSocketClient(graph.router.url);
  const overSocket = socket.subscribe({ query });
  const results: unknown[] = [];
  const { promise: streamEnded, resolve } = Promise.withResolvers<void>();
  const stream = createClient({ url: `${graph.router.url}/graphql`, retryAttempts: 0 });
  const variables = { orderId: '2' };
  stream.subscribe(
    { query, variables },
    { next: (result) => results.push(result), error: () => resolve(), complete: resolve },
  );
  await listening(2);
  await graph.subgraphs.orders.stop();
  const unavailable = { extensions: { code: 'SERVICE_UNAVAILABLE', requestId: expect.any(String) } };
  expect(await overSocket.ended).toMatchObject([unavailable]);
  await streamEnded;
  expect(results).toMatchObject([{ errors: [unavailable] }]);
});

test('a subscription to a subgraph that is away ends with SERVICE_UNAVAILABLE, and works once it is back', async () => {
  const socket = openSocketClient(graph.router.url);
  await graph.subgraphs.orders.stop();
  expect(await socket.subscribe({ query }).ended).toMatchObject([{ extensions: { code: 'SERVICE_UNAVAILABLE' } }]);
  await graph.subgraphs.orders.startAgain();
  const subscription = socket.subscribe({ query });
  await listening(1);
  graph.orders.publish('PAID');
  await eventually(() => expect(subscription.results).toEqual([{ data: { orderStatusChanged: { status: 'PAID' } } }]));
  socket.client.terminate();
  await listening(0);
});

test('a client that does not read is let go with 4290; who reads keeps up', async () => {
  const reader = openSocketClient(graph.router.url);
  const subscription = reader.subscribe({ query, variables: { orderId: '2' } });
  const { closed, resume } = await openLazyClient(graph.router.url, query);
  await listening(2);
  const flood = graph.orders.flood();
  await listening(1);
  flood.stop();
  resume();
  expect(await closed).toBe(4290);
  graph.orders.publish('COMPLETED');
  expect(await subscription.ended).toBeUndefined();
});
