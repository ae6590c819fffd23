import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { eventually } from '@souk/kit/testing';
import { ask } from '../../test/ask.js';
import { openRedisPlace, type RedisPlace } from '../../test/redis-place.js';
import { openSocketClient } from '../../test/socket-client.js';
import { startTestRouter, type TestRouter } from '../../test/start-test-router.js';

let place: RedisPlace;
let graph: TestRouter;

beforeAll(async () => {
  place = openRedisPlace();
  graph = await startTestRouter({ RATE_LIMIT_FACTOR: '1', REDIS_URL: place.url, REDIS_PREFIX: place.prefix });
});
afterAll(async () => {
  await graph.stop();
  await place.stop();
});

const ways = {
  'the front': {},
  'Apollo Server': { accept: 'application/json;q=0.9' },
};
const dear = `{ ${Array.from({ length: 12 }, (_, n) => `o${n}: orders(first: 100) { id variant { id } }`).join(' ')} }`;
const query = '{ orders { id variant { name } } }';

/** Spends points of a user, as if it had been done at other routers. */
async function spend(id: string, points: number) {
  const fullAtMs = Date.now() + points * 2;
  await place.redis.set(`${place.prefix}limits:user:${id}`, String(fullAtMs), 'PX', points * 2);
}

test.each(Object.entries(ways))(
  'what costs too much is refused before anything is asked, by %s',
  async (_way, headers) => {
    const asked = graph.subgraphs.orders.requests.length;
    expect(await ask(graph.router, dear, { headers })).toMatchObject({
      status: 400,
      errors: [{ extensions: { code: 'COST_LIMIT_EXCEEDED', limit: 1_000, actual: expect.any(Number) } }],
    });
    expect(graph.subgraphs.orders.requests).toHaveLength(asked);
  },
);

test.each(Object.entries(ways))('an answer of %s says what it cost and what is left', async (_way, headers) => {
  const token = await graph.accounts.token();
  await ask(graph.router, query, { token, headers });
  const { extensions } = await ask(graph.router, query, { token, headers });
  const cost = { requested: 4, throttleStatus: { maximumAvailable: 10_000, restoreRate: 500 } };
  expect(extensions).toMatchObject({ cost });
  expect(extensions?.cost.throttleStatus.currentlyAvailable).toBeGreaterThanOrEqual(10_000 - 8);
  expect(extensions?.cost.throttleStatus.currentlyAvailable).toBeLessThan(10_000);
});

test.each(Object.entries(ways))('who has spent everything waits, at %s', async (_way, headers) => {
  const id = crypto.randomUUID();
  const token = await graph.accounts.token({ sub: id });
  await spend(id, 20_000);
  await eventually(async () => {
    const { status, errors, headers: answered } = await ask(graph.router, query, { token, headers });
    expect(status).toBe(429);
    expect(Number(answered.get('retry-after'))).toBeGreaterThanOrEqual(1);
    expect(errors).toMatchObject([{ extensions: { code: 'RATE_LIMITED', retryAfterMs: expect.any(Number) } }]);
  });
});

test('over a socket and over server-sent events the same limits hold', async () => {
  const socket = openSocketClient(graph.router.url);
  expect(await socket.subscribe({ query: dear }).ended).toMatchObject([
    { extensions: { code: 'COST_LIMIT_EXCEEDED' } },
  ]);
  socket.client.terminate();
  const stream = await fetch(`${graph.router.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify({ query: dear }),
  });
  expect(await stream.text()).toContain('COST_LIMIT_EXCEEDED');
});

test('what was spent stands in Redis for all routers', async () => {
  const id = crypto.randomUUID();
  // What is spent comes back, and then there is nothing to see: this much takes more than a second.
  const long = `{ ${Array.from({ length: 6 }, (_, n) => `o${n}: orders(first: 100) { id }`).join(' ')} }`;
  await ask(graph.router, long, { token: await graph.accounts.token({ sub: id }) });
  await eventually(async () => expect(await place.keys()).toContain(`${place.prefix}limits:user:${id}`));
});
