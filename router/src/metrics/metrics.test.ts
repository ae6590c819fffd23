import { expect, test } from '@jest/globals';
import { createMetrics } from './metrics.js';

test('what was counted is written down once, however often somebody asks', async () => {
  const { registry, deliveries, errors } = createMetrics();
  deliveries.add(3);
  errors({ code: 'TIMEOUT' }).add();
  await registry.metrics();
  deliveries.add();
  const text = await registry.metrics();
  expect(text).toContain('souk_router_deliveries_total 4');
  expect(text).toContain('souk_router_errors_total{code="TIMEOUT"} 1');
});

test('an operation is told apart by its name only if clients are known to send it', async () => {
  const { registry, requests } = createMetrics();
  requests.know('Checkout');
  requests.record('Checkout', 'front', performance.now() - 30);
  requests.record('Evil', 'ws', performance.now());
  requests.record(undefined, 'ws', performance.now());
  const text = await registry.metrics();
  expect(text).toContain('souk_router_requests_total{operation="Checkout",way="front"} 1');
  expect(text).toContain('souk_router_requests_total{operation="other",way="ws"} 2');
  expect(text).toContain('souk_router_request_duration_seconds_bucket{le="0.025",operation="Checkout"} 0');
  expect(text).toContain('souk_router_request_duration_seconds_bucket{le="10",operation="Checkout"} 1');
  expect(text).not.toContain('Evil');
});

test('a flood of names and versions makes no more than a bounded number of lines', async () => {
  const { registry, requests, clients } = createMetrics();
  for (let n = 0; n < 1_100; n += 1) requests.know(`Operation${n}`);
  for (let n = 0; n < 60; n += 1) clients.know(`client-${n}`);
  for (let n = 0; n < 60; n += 1) {
    for (const version of [`1.${n}`, 'not "sound"\n', undefined]) clients.record('client-1', version);
    clients.record(`unknown-${n}`, '1.0');
    clients.record(undefined, undefined);
  }
  const text = await registry.metrics();
  expect(text).toContain('souk_router_client_requests_total{client="client-1",version="1.19"} 1');
  expect(text).toContain('souk_router_client_requests_total{client="client-1",version="other"} 160');
  expect(text).toContain('souk_router_client_requests_total{client="other",version="other"} 120');
  expect(text.match(/^souk_router_client_requests_total\{/gm)).toHaveLength(50 + 20 + 1);
  expect(text.match(/^souk_router_requests_total\{/gm)).toHaveLength(4 * 1_001);
});
