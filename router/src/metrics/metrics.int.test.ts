import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { eventually } from '@souk/kit/testing';
import { WebSocket } from 'ws';
import { ask } from '../../test/ask.js';
import { openSocketClient } from '../../test/socket-client.js';
import { startTestRouter, type TestRouter } from '../../test/start-test-router.js';

let graph: TestRouter;

beforeAll(async () => {
  graph = await startTestRouter({ METRICS_PORT: '0', SUBGRAPH_TIMEOUT_MS: '2000' });
});
afterAll(() => graph.stop());

async function metrics(): Promise<string> {
  return await (await fetch(graph.router.metricsUrl as string)).text();
}

const stock = 'query Unregistered { variants { stock } }';

test('the metrics tell what has happened, by every way in', async () => {
  await ask(graph.router, stock, { headers: { 'apollographql-client-name': 'unheard-of' } });
  await ask(graph.router, stock);
  await ask(graph.router, stock, { headers: { accept: 'text/event-stream' } }).catch(() => undefined);
  const { client, subscribe } = openSocketClient(graph.router.url);
  await subscribe({ query: stock }).ended;
  client.terminate();
  graph.subgraphs.catalog.mood = 'hanging';
  await ask(graph.router, stock);
  await ask(graph.router, '{ variants { nothing } }');
  const text = await metrics();
  for (const line of [
    'souk_router_requests_total{operation="other",way="front"} 2',
    'souk_router_requests_total{operation="other",way="sse"} 1',
    'souk_router_requests_total{operation="other",way="ws"} 1',
    'souk_router_requests_total{operation="other",way="http"} 2',
    'souk_router_request_duration_seconds_count{operation="other"} 6',
    'souk_router_refusals_total{code="GRAPHQL_VALIDATION_FAILED"} 1',
    'souk_router_errors_total{code="TIMEOUT"} 1',
    'souk_router_plan_duration_seconds_count 1',
    'souk_router_prepared_operations_total{result="compiled"} 1',
    'souk_router_prepared_operations_total{result="used"} 4',
    'souk_router_subgraph_request_duration_seconds_count{subgraph="catalog"} 4',
    'souk_router_subgraph_failures_total{subgraph="catalog",failure="TIMEOUT"} 1',
    'souk_router_subgraph_breaker_state{subgraph="catalog"} 0',
    'souk_router_client_requests_total{client="other",version="other"} 4',
  ])
    expect(text).toContain(`${line}\n`);
  expect(text).not.toMatch(/Unregistered|unheard-of/);
  expect(text).toContain('nodejs_eventloop_lag_seconds');
});

test('sockets, subscriptions and what is delivered over them are counted, whatever way', async () => {
  const query = 'subscription { orderStatusChanged(orderId: "1") { status } }';
  const { client, subscribe } = openSocketClient(graph.router.url);
  const { results } = subscribe({ query });
  const leaving = new AbortController();
  const headers = { 'content-type': 'application/json', accept: 'text/event-stream' };
  const body = JSON.stringify({ query });
  await fetch(`${graph.router.url}/graphql`, { method: 'POST', headers, body, signal: leaving.signal });
  await eventually(async () => expect(await metrics()).toContain('souk_router_subscriptions_open 2\n'));
  expect(await metrics()).toContain('souk_router_sockets_open 1\n');
  await eventually(() => expect(graph.orders.activeSubscriptions).toBeGreaterThan(0));
  graph.orders.publish('PAID');
  await eventually(() => expect(results).toHaveLength(1));
  await eventually(async () => expect(await metrics()).toContain('souk_router_deliveries_total 2\n'));
  client.terminate();
  leaving.abort();
  await eventually(async () => expect(await metrics()).toContain('souk_router_subscriptions_open 0\n'));
  expect(await metrics()).toContain('souk_router_sockets_open 0\n');
});

test('what is refused before it is an operation is counted by its code', async () => {
  await ask(graph.router, stock, { token: 'bad' });
  await openSocketClient(graph.router.url, { connectionParams: { token: 'bad' } }).subscribe({ query: stock }).ended;
  const elsewhere = new WebSocket(graph.router.url.replace('http', 'ws'), 'graphql-transport-ws');
  await new Promise((resolve) => elsewhere.once('unexpected-response', resolve).once('error', resolve));
  const sent = { method: 'POST', headers: { 'content-type': 'application/json' } };
  await fetch(`${graph.router.url}/graphql`, { ...sent, body: '{' });
  await fetch(`${graph.router.url}/graphql`, { ...sent, body: `"${'x'.repeat(110_000)}"` });
  await fetch(`${graph.router.url}/graphql`, { ...sent, body: '{}' });
  const text = await metrics();
  for (const [code, count] of Object.entries({
    UNAUTHENTICATED: 2,
    NOT_FOUND: 1,
    BAD_REQUEST: 2,
    PAYLOAD_TOO_LARGE: 1,
  }))
    expect(text).toContain(`souk_router_refusals_total{code="${code}"} ${count}\n`);
});

test('what clients are known to send is told apart as soon as it is prepared', async () => {
  await eventually(async () => expect(await metrics()).toContain('souk_router_requests_total{operation="'));
  expect(await metrics()).toMatch(/souk_router_requests_total\{operation="(?!other)\w+",way="front"\} 0/);
});

test('the state of a breaker can be seen', async () => {
  graph.subgraphs.catalog.mood = 'hanging';
  await eventually(async () => {
    await Promise.all(Array.from({ length: 6 }, () => ask(graph.router, stock)));
    expect(await metrics()).toMatch(/souk_router_subgraph_breaker_state\{subgraph="catalog"\} [12]/);
  });
});

test('nothing is told on the port of the clients, and nothing else on that of the metrics', async () => {
  expect((await fetch(`${graph.router.url}/metrics`)).status).toBe(404);
  const own = graph.router.metricsUrl as string;
  expect((await fetch(own.replace('/metrics', '/graphql'))).status).toBe(404);
  expect((await fetch(own, { method: 'POST' })).status).toBe(405);
});
