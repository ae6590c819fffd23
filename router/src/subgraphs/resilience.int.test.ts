import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { eventually } from '@souk/kit/testing';
import { ask } from '../../test/ask.js';
import { startTestRouter, type TestRouter } from '../../test/start-test-router.js';

let graph: TestRouter;

beforeAll(async () => {
  graph = await startTestRouter({ SUBGRAPH_TIMEOUT_MS: '1000' });
  await ask(graph.router, withShipment);
});
afterEach(async () => {
  for (const subgraph of Object.values(graph.subgraphs)) subgraph.mood = 'well';
  await eventually(async () => expect((await ask(graph.router, withShipment)).errors).toBeUndefined());
});
afterAll(() => graph.stop());

const withShipment = '{ order(id: "1") { number shipment { carrier } } }';
const cancel = 'mutation { cancelOrder(id: "1") { number } }';

/** Asks until the router does not even try any more; gives back what it answered then. */
function askUntilSpared() {
  return eventually(async () => {
    await Promise.all(Array.from({ length: 6 }, () => ask(graph.router, withShipment)));
    const { requests } = graph.subgraphs.shipping;
    const sent = requests.length;
    const spared = await ask(graph.router, withShipment);
    expect(spared.errors).toMatchObject([{ extensions: { code: 'SERVICE_UNAVAILABLE' } }]);
    expect(requests.length).toBe(sent);
    return spared;
  });
}

test('a subgraph that hangs costs its fields alone, after a while without waiting for it, until it answers again', async () => {
  graph.subgraphs.shipping.mood = 'hanging';
  const first = await ask(graph.router, withShipment);
  expect(first).toMatchObject({ status: 200, data: { order: { number: 'SO-1', shipment: null } } });
  expect(first.errors).toMatchObject([{ path: ['order', 'shipment'], extensions: { code: 'TIMEOUT' } }]);
  const spared = await askUntilSpared();
  expect(spared).toMatchObject({ status: 200, data: { order: { number: 'SO-1', shipment: null } } });
  expect(spared.errors).toMatchObject([
    { path: ['order', 'shipment'], extensions: { code: 'SERVICE_UNAVAILABLE', retryAfterMs: 1_000 } },
  ]);
  graph.subgraphs.shipping.mood = 'well';
  await eventually(async () => expect((await ask(graph.router, withShipment)).data.order.shipment).not.toBeNull());
});

test('while one question tries a subgraph that still hangs, nobody else waits', async () => {
  const { shipping } = graph.subgraphs;
  shipping.mood = 'hanging';
  await askUntilSpared();
  const sent = shipping.requests.length;
  const answers = await eventually(async () => {
    const answered = await Promise.all(Array.from({ length: 20 }, () => ask(graph.router, withShipment)));
    expect(shipping.requests.length).toBeGreaterThan(sent);
    return answered;
  });
  const codes = answers.map(({ errors }) => errors?.[0]?.extensions['code']).sort();
  expect(codes).toEqual([...Array.from({ length: 19 }, () => 'SERVICE_UNAVAILABLE'), 'TIMEOUT']);
  expect(shipping.requests.length).toBe(sent + 1);
});

test('a subgraph that nobody listens for is found again without a restart', async () => {
  await graph.subgraphs.shipping.stop();
  await askUntilSpared();
  await graph.subgraphs.shipping.startAgain();
  await eventually(async () => expect((await ask(graph.router, withShipment)).data.order.shipment).not.toBeNull());
});

test.each(['breaking', 'busy'] as const)('a query to a %s subgraph is asked twice, a mutation once', async (mood) => {
  const { orders } = graph.subgraphs;
  orders.mood = mood;
  const sent = orders.requests.length;
  await ask(graph.router, cancel);
  expect(orders.requests.length - sent).toBe(1);
  await ask(graph.router, withShipment);
  expect(orders.requests.length - sent).toBe(3);
});

test('a query that finds the subgraph well at the second time is answered in full', async () => {
  const { orders } = graph.subgraphs;
  orders.mood = 'busy once';
  expect((await ask(graph.router, withShipment)).errors).toBeUndefined();
});
