import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { eventually } from '@souk/kit/testing';
import { ask } from '../../test/ask.js';
import { startTestRouter, type TestRouter } from '../../test/start-test-router.js';

jest.setTimeout(60_000);

let graph: TestRouter;

beforeAll(async () => {
  graph = await startTestRouter({ SUBGRAPH_TIMEOUT_MS: '20000', OPERATION_TIMEOUT_MS: '30000' });
});
afterAll(() => graph.stop());

const withShipment = '{ order(id: "1") { shipment { carrier } } }';
const catalog = '{ variants { id } }';

test('those who wait for one subgraph do not slow down those who ask another, and only so many wait', async () => {
  await Promise.all([ask(graph.router, withShipment), ask(graph.router, catalog)]);
  const { shipping } = graph.subgraphs;
  shipping.mood = 'hanging';
  const codes: unknown[] = [];
  const waiting = Array.from({ length: 420 }, async () => {
    const { errors } = await ask(graph.router, withShipment);
    codes.push(errors?.[0]?.extensions['code']);
  });
  await eventually(() => expect(codes).toHaveLength(420 - 128 - 256), 19_000);
  expect(await ask(graph.router, catalog)).toMatchObject({ data: { variants: [{ id: 'v1' }, { id: 'v2' }] } });
  expect(codes).toEqual(Array.from({ length: 36 }, () => 'SERVICE_UNAVAILABLE'));
  expect(shipping.requests).toHaveLength(1 + 128);
  await Promise.all(waiting);
  expect(new Set(codes.slice(36))).toEqual(new Set(['TIMEOUT']));
});
