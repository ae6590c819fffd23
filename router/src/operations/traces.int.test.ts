import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { eventually } from '@souk/kit/testing';
import { ask } from '../../test/ask.js';
import { startTestRouter, type TestRouter } from '../../test/start-test-router.js';
import { type ReceivedSpan, startTraceReceiver, type TraceReceiver } from '../../test/trace-receiver.js';

let graph: TestRouter;
let receiver: TraceReceiver;

beforeAll(async () => {
  receiver = await startTraceReceiver();
  graph = await startTestRouter({ OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url });
});
afterAll(async () => {
  await graph.stop();
  await receiver.stop();
});

function attribute({ attributes }: ReceivedSpan, wanted: string): string | undefined {
  return attributes.find(({ key }) => key === wanted)?.value.stringValue;
}

async function spansOf(operation: string): Promise<ReceivedSpan[]> {
  return await eventually(() => {
    const request = receiver.spans.find(
      (span) => span.name === 'POST /graphql' && attribute(span, 'graphql.operation.name') === operation,
    );
    if (!request) throw new Error(`No span of ${operation} has come.`);
    return receiver.spans.filter(({ traceId }) => traceId === request.traceId);
  });
}

test('all fetches of one request carry its trace, which shows its planning and its name', async () => {
  const count = { orders: graph.subgraphs.orders.requests.length, shipping: graph.subgraphs.shipping.requests.length };
  await ask(graph.router, 'query Traced { order(id: "1") { shipment { carrier } } }');
  const traces = (['orders', 'shipping'] as const).map((name) => {
    const request = graph.subgraphs[name].requests[count[name]];
    return String(request?.headers['traceparent']).split('-')[1];
  });
  expect(traces[0]).toMatch(/^[0-9a-f]{32}$/);
  expect(traces[1]).toBe(traces[0]);
  const spans = await spansOf('Traced');
  expect(spans.map(({ name }) => name).sort()).toEqual(['POST /graphql', 'fetch orders', 'fetch shipping', 'plan']);
  expect(new Set(spans.map(({ traceId }) => traceId))).toEqual(new Set([traces[0]]));
  expect(spans.map((span) => attribute(span, 'graphql.operation.type')).filter(Boolean)).toEqual(['query']);
});

test.each(['when it is planned', 'when it is prepared'])(
  'what goes wrong is on the span of its request, %s',
  async () => {
    receiver.spans.length = 0;
    await ask(graph.router, 'query Failing { broken me { kind } }');
    const spans = await spansOf('Failing');
    const request = spans.find(({ name }) => name === 'POST /graphql');
    expect(request).toMatchObject({ status: { code: 2 }, events: [{ name: 'exception' }] });
  },
);
