import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { eventually } from '@souk/kit/testing';
import { createClient as createStreamClient } from 'graphql-sse';
import { ask } from '../../test/ask.js';
import { type AnyResult, openSocketClient, type SocketSubscription } from '../../test/socket-client.js';
import { startTestRouterWith, type TestRouter } from '../../test/start-test-router.js';
import { FixtureOrders, ordersTypeDefs } from '../../test/subgraphs/orders.js';

/** Orders that only who has a token may watch. Like all fixtures they enforce nothing themselves. */
class GuardedOrders extends FixtureOrders {
  override get definition() {
    const typeDefs = ordersTypeDefs.replace('): OrderStatusChange!', '): OrderStatusChange! @authenticated');
    return { ...super.definition, typeDefs };
  }
}

let graph: TestRouter;
const leave: (() => void)[] = [];

beforeAll(async () => {
  graph = await startTestRouterWith(new GuardedOrders());
});
beforeEach(() => {
  graph.subgraphs.orders.requests.length = 0;
});
afterEach(async () => {
  for (const end of leave.splice(0)) end();
  await eventually(() => expect(graph.orders.activeSubscriptions).toBe(0));
});
afterAll(() => graph.stop());

type Send = (query: string, token?: string) => Promise<AnyResult>;

function overSocket(query: string, token?: string): SocketSubscription {
  const { client, subscribe } = openSocketClient(graph.router.url, { connectionParams: { token } });
  leave.push(() => client.terminate());
  return subscribe({ query });
}

function overEventStream(query: string, token?: string): SocketSubscription {
  const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const client = createStreamClient({ url: `${graph.router.url}/graphql`, retryAttempts: 0, headers });
  const results: AnyResult[] = [];
  const { promise: ended, resolve } = Promise.withResolvers<unknown>();
  const next = (result: unknown) => results.push(result as AnyResult);
  const sink = { next, error: resolve, complete: () => resolve(undefined) };
  const unsubscribe = client.subscribe({ query }, sink);
  leave.push(unsubscribe);
  return { results, ended, unsubscribe };
}

/** The front does not know this way to ask for JSON, so that Apollo Server answers. */
const accept = 'application/json;q=0.8, application/graphql-response+json;q=0.7';

const ways: [string, Send][] = [
  ['Apollo Server', (query, token) => ask(graph.router, query, { headers: { accept }, ...(token && { token }) })],
  [
    'the front',
    async (query, token) => {
      await ask(graph.router, query, token ? { token } : {});
      graph.subgraphs.orders.requests.length = 0;
      return ask(graph.router, query, token ? { token } : {});
    },
  ],
  ['a WebSocket', async (query, token) => onlyResult(overSocket(query, token))],
  ['an event stream', async (query, token) => onlyResult(overEventStream(query, token))],
];

async function onlyResult({ results, ended }: SocketSubscription): Promise<AnyResult> {
  await ended;
  return results[0] ?? {};
}

describe.each(ways)('over %s', (_way, send) => {
  test('what is denied is null with its code and place, and is not fetched', async () => {
    const { data, errors } = await send('{ order(id: "1") { number margin } myOrder { id } }');
    expect(data).toEqual({ order: { number: 'SO-1', margin: null }, myOrder: null });
    expect(errors).toMatchObject([
      { path: ['order', 'margin'], extensions: { code: 'UNAUTHENTICATED' } },
      { path: ['myOrder'], extensions: { code: 'UNAUTHENTICATED' } },
    ]);
    expect(graph.subgraphs.orders.requests.map(({ query }) => query)).toEqual([
      expect.not.stringMatching(/margin|myOrder/),
    ]);
  });

  test('who has a token but not the scopes is forbidden what needs them, and given the rest', async () => {
    const { data, errors } = await send('{ order(id: "1") { margin } myOrder { id } }', await withoutScope());
    expect(data).toEqual({ order: { margin: null }, myOrder: { id: '1' } });
    expect(errors).toMatchObject([{ path: ['order', 'margin'], extensions: { code: 'FORBIDDEN' } }]);
  });

  test('who meets the rules gets everything', async () => {
    const { data, errors } = await send('{ order(id: "1") { margin } }', await withScope());
    expect({ data, errors }).toEqual({ data: { order: { margin: 7 } }, errors: undefined });
  });

  test('nothing is fetched when all is denied', async () => {
    expect((await send('{ myOrder { id } }')).data).toEqual({ myOrder: null });
    expect(graph.subgraphs.orders.requests).toEqual([]);
  });

  test('to ask for the schema as well is no way around', async () => {
    const { data, errors } = await send('{ __schema { queryType { name } } order(id: "1") { margin } }');
    expect(data).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    expect(graph.subgraphs.orders.requests).toEqual([]);
  });
});

describe.each([
  ['a WebSocket', overSocket],
  ['an event stream', overEventStream],
])('a subscription over %s', (_way, subscribe) => {
  const watch = 'subscription { orderStatusChanged(orderId: "1") { status order { number margin } } }';

  test('is refused where its field is denied, and no subgraph is subscribed to', async () => {
    const before = graph.orders.subscribedWith.length;
    const { results, ended } = subscribe(watch);
    const told = (await ended) ?? results[0]?.errors;
    expect(told).toMatchObject([{ path: ['orderStatusChanged'], extensions: { code: 'UNAUTHENTICATED' } }]);
    expect(graph.orders.subscribedWith).toHaveLength(before);
  });

  test('tells null and why for what is denied of each event, and the whole to who may see it', async () => {
    const without = subscribe(watch, await withoutScope());
    const whole = subscribe(watch, await withScope());
    await eventually(() => expect(graph.orders.activeSubscriptions).toBe(2));
    graph.orders.publish('PAID');
    const event = { status: 'PAID', order: { number: 'SO-1', margin: null } };
    await eventually(() => expect(without.results.map(({ data }) => data?.orderStatusChanged)).toEqual([event]));
    expect(without.results[0]?.errors).toMatchObject([
      { path: ['orderStatusChanged', 'order', 'margin'], extensions: { code: 'FORBIDDEN' } },
    ]);
    await eventually(() => expect(whole.results[0]?.data.orderStatusChanged.order.margin).toBe(7));
  });
});

function withScope(): Promise<string> {
  return graph.accounts.token({ scope: 'orders:read' });
}

function withoutScope(): Promise<string> {
  return graph.accounts.token({ scope: '' });
}
