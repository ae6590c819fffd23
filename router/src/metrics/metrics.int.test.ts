import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { eventually } from '@souk/kit/testing';
import { ask } from '../../test/ask.js';
import { openSocketClient } from '../../test/socket-client.js';
import { startTestRouter, type TestRouter } from '../../test/start-test-router.js';

let graph: TestRouter;

beforeAll(async () => {
  graph = await startTestRouter({ METRICS_PORT: '0', SUBGRAPH_TIMEOUT_MS: '300' });
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
