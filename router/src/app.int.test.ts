import { connect } from 'node:net';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createLogger } from '@souk/kit/observability';
import { eventually } from '@souk/kit/testing';
import { createClient } from 'graphql-sse';
import { ask } from '../test/ask.js';
import { openSocketClient } from '../test/socket-client.js';
import { startTestRouter, type TestRouter } from '../test/start-test-router.js';
import { startRouter } from './app.js';

let graph: TestRouter;
const statusChanges = 'subscription ($orderId: ID = "1") { orderStatusChanged(orderId: $orderId) { status } }';

beforeEach(async () => {
  graph = await startTestRouter({ SUBGRAPH_TIMEOUT_MS: '1000' });
});
afterEach(() => graph.stop());

async function readiness(): Promise<number> {
  return (await fetch(`${graph.router.url}/health/ready`)).status;
}

test('it is live and ready, and stays so when subgraphs are away', async () => {
  for (const subgraph of Object.values(graph.subgraphs)) await subgraph.stop();
  expect((await fetch(`${graph.router.url}/health/live`)).status).toBe(200);
  expect(await readiness()).toBe(200);
});

test('it is not ready without its broker, yet answers', async () => {
  await graph.nats.stop();
  await eventually(async () => expect(await readiness()).toBe(503));
  expect((await ask(graph.router, '{ me { kind } }')).status).toBe(200);
});

test('stopping answers what was asked, and breaks off what is streamed so that clients go elsewhere for the rest', async () => {
  const socket = openSocketClient(graph.router.url);
  const overSocket = socket.subscribe({ query: statusChanges });
  const { promise: streamEnded, resolve } = Promise.withResolvers<string>();
  const stream = createClient({ url: `${graph.router.url}/graphql`, retryAttempts: 0 });
  const sink = { next: () => undefined, error: () => resolve('failed'), complete: () => resolve('complete') };
  stream.subscribe({ query: statusChanges, variables: { orderId: '2' } }, sink);
  await eventually(() => expect(graph.orders.activeSubscriptions).toBe(2));
  const slowQuery = ask(graph.router, '{ slow }');
  await eventually(() => expect(graph.subgraphs.orders.requests).toHaveLength(1));

  const startedAt = Date.now();
  await graph.router.stop();

  expect(Date.now() - startedAt).toBeLessThan(5_000);
  expect(await overSocket.ended).toMatchObject({ code: 1012 });
  expect(await socket.closed).toMatchObject({ code: 1012 });
  expect(await streamEnded).toBe('failed');
  expect(await slowQuery).toMatchObject({ status: 200, errors: [{ extensions: { code: 'TIMEOUT' } }] });
  await expect(fetch(`${graph.router.url}/health/live`)).rejects.toThrow();
});

test('a connection that was opened ahead of a request does not hold up the end', async () => {
  const socket = connect(Number(new URL(graph.router.url).port), '127.0.0.1');
  await new Promise<void>((resolve) => socket.once('connect', () => resolve()));
  await eventually(async () => expect(await readiness()).toBe(200));
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  await graph.router.stop();
  await closed;
});

test('a supergraph that cannot be read is named at the start', async () => {
  const config = { ...graph.config, SUPERGRAPH_PATH: '/nowhere/supergraph.graphql' };
  await expect(startRouter(config, createLogger('router', 'silent'))).rejects.toThrow(
    'The supergraph at /nowhere/supergraph.graphql cannot be served',
  );
});
