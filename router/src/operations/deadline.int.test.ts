import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { eventually } from '@souk/kit/testing';
import { ask } from '../../test/ask.js';
import { openSocketClient } from '../../test/socket-client.js';
import { startTestRouter, type TestRouter } from '../../test/start-test-router.js';

let graph: TestRouter;

beforeAll(async () => {
  graph = await startTestRouter({ OPERATION_TIMEOUT_MS: '1000' });
});
afterEach(() => {
  for (const subgraph of Object.values(graph.subgraphs)) subgraph.mood = 'well';
});
afterAll(() => graph.stop());

const withShipment = '{ order(id: "1") { number shipment { carrier } } }';
const stock = '{ variants { stock } }';
const cancel = 'mutation { cancelOrder(id: "1") { number } }';

test('an operation is answered when its time is over, and says what is missing', async () => {
  graph.subgraphs.shipping.mood = 'hanging';
  const startedAtMs = performance.now();
  const answer = await ask(graph.router, withShipment);
  expect(performance.now() - startedAtMs).toBeLessThan(4_000);
  expect(answer).toMatchObject({ status: 200, data: { order: { number: 'SO-1', shipment: null } } });
  expect(answer.errors).toMatchObject([
    { path: ['order', 'shipment'], extensions: { code: 'TIMEOUT', retryAfterMs: 1_000 } },
  ]);
});

test('what would begin when the time is over is not begun', async () => {
  graph.subgraphs.orders.mood = 'hanging';
  const sent = graph.subgraphs.shipping.requests.length;
  const { errors } = await ask(graph.router, `{ order(id: "1") { number } variants { id } }`);
  expect(errors).toMatchObject([{ path: ['order'], extensions: { code: 'TIMEOUT' } }]);
  expect(graph.subgraphs.shipping.requests.length).toBe(sent);
});

test('operations over a socket have the same time', async () => {
  graph.subgraphs.catalog.mood = 'hanging';
  const { client, subscribe } = openSocketClient(graph.router.url);
  const { results } = subscribe({ query: stock });
  await eventually(() => expect(results).toMatchObject([{ errors: [{ extensions: { code: 'TIMEOUT' } }] }]));
  client.terminate();
});

/** Sends an operation and goes away as soon as the subgraph has it. */
async function leave(subgraph: 'catalog' | 'orders', query: string, accept: string): Promise<void> {
  const { requests } = graph.subgraphs[subgraph];
  const sent = requests.length;
  const leaving = new AbortController();
  const answer = fetch(`${graph.router.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept },
    body: JSON.stringify({ query }),
    signal: leaving.signal,
  });
  await eventually(() => expect(requests.length).toBeGreaterThan(sent));
  leaving.abort();
  await expect(answer).rejects.toThrow();
}

test.each([
  ['Apollo Server', 'application/json;q=0.8, application/graphql-response+json;q=0.7'],
  ['the front', 'application/json'],
  ['an event stream', 'text/event-stream'],
])('a query of a client that went away is given up, when it came by %s', async (_way, accept) => {
  const { catalog } = graph.subgraphs;
  await ask(graph.router, stock);
  const { abandoned } = catalog;
  catalog.mood = 'hanging';
  await leave('catalog', stock, accept);
  await eventually(() => expect(catalog.abandoned).toBe(abandoned + 1), 600);
});

test('a query of a socket that was closed is given up', async () => {
  const { catalog } = graph.subgraphs;
  const { abandoned, requests } = catalog;
  const sent = requests.length;
  catalog.mood = 'hanging';
  const { client, subscribe } = openSocketClient(graph.router.url);
  subscribe({ query: stock });
  await eventually(() => expect(requests.length).toBeGreaterThan(sent));
  client.terminate();
  await eventually(() => expect(catalog.abandoned).toBe(abandoned + 1), 600);
});

test('a mutation of a client that went away is finished', async () => {
  const { orders } = graph.subgraphs;
  const { abandoned } = orders;
  orders.mood = 'hanging';
  const left = leave('orders', cancel, 'application/json');
  await left;
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(orders.abandoned).toBe(abandoned);
  await eventually(() => expect(orders.abandoned).toBe(abandoned + 1));
});
