import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { eventually } from '@souk/kit/testing';
import { openSocketClient, type SocketClient, type SocketSubscription } from '../../test/socket-client.js';
import { startTestRouter, type TestRouter } from '../../test/start-test-router.js';

let graph: TestRouter;
const open: SocketClient[] = [];

const query = `subscription ($orderId: ID = "1", $afterSequence: Int) {
  orderStatusChanged(orderId: $orderId, afterSequence: $afterSequence) {
    status order { number shipment { carrier askedBy } }
  }
}`;

beforeAll(async () => {
  graph = await startTestRouter();
});
afterEach(async () => {
  for (const { client } of open.splice(0)) client.terminate();
  await listening(0);
});
afterAll(() => graph.stop());

async function listening(count: number): Promise<void> {
  await eventually(() => expect(graph.orders.activeSubscriptions).toBe(count));
}

function connectClient(token?: string): SocketClient {
  const client = openSocketClient(graph.router.url, token === undefined ? {} : { connectionParams: { token } });
  open.push(client);
  return client;
}

async function heard({ results }: SocketSubscription, ...statuses: string[]): Promise<void> {
  await eventually(() => expect(results.map(({ data }) => data?.orderStatusChanged.status)).toEqual(statuses));
}

test('all who subscribe to the same have one source, and each event is resolved once', async () => {
  const token = await graph.accounts.token();
  const clients = [1, 2, 3].map(() => connectClient(token));
  const subscriptions = clients.map((client) => client.subscribe({ query }));
  // What is asked after subscribing is answered after it.
  await Promise.all(clients.map((client) => client.subscribe({ query: '{ me { id } }' }).ended));
  expect(graph.orders.subscribedWith).toHaveLength(1);
  await listening(1);
  graph.subgraphs.shipping.requests.length = 0;
  await eventually(() => {
    graph.orders.publish('PAID');
    for (const { results } of subscriptions) expect(results.length).toBeGreaterThan(0);
  });
  const [first, ...others] = subscriptions.map(({ results }) => JSON.stringify(results.at(-1)));
  expect(others).toEqual([first, first]);
  await eventually(() => {
    expect(graph.subgraphs.shipping.requests.length).toBe(subscriptions[0]!.results.length);
  });
});

test('whoever comes later is told all that has happened, as those before them were', async () => {
  graph.orders.publish('PAID');
  const wish = { query, variables: { afterSequence: 0 } };
  const first = connectClient().subscribe(wish);
  await eventually(() => expect(first.results.at(-1)?.data.orderStatusChanged.status).toBe('PAID'));
  const later = connectClient().subscribe(wish);
  await eventually(() => {
    expect(later.results).not.toEqual([]);
    expect(later.results).toEqual(first.results);
  });
});

test('what differs only in how it is written is the same', async () => {
  const client = connectClient();
  client.subscribe({ query, variables: { orderId: '1', afterSequence: 9_000 } });
  client.subscribe({ query: query.replaceAll('\n', ' '), variables: { afterSequence: 9_000, orderId: '1', other: 1 } });
  await listening(1);
  client.subscribe({ query, variables: { orderId: '1', afterSequence: 9_001 } });
  await listening(2);
});

test('nobody shares with another caller, of whom subgraphs may say something else', async () => {
  const ids = ['one', 'two'];
  const tokens = await Promise.all(ids.map((sub) => graph.accounts.token({ sub })));
  const subscriptions = tokens.map((token) => connectClient(token).subscribe({ query }));
  await listening(2);
  graph.orders.publish('PAID');
  for (const subscription of subscriptions) await heard(subscription, 'PAID');
  const askedBy = subscriptions.map(({ results }) => results[0]?.data.orderStatusChanged.order.shipment.askedBy);
  expect(askedBy).toEqual(ids);
});

test('the others go on hearing when one leaves, even the one who came first', async () => {
  const clients = [connectClient(), connectClient()];
  const [first, second] = clients.map((client) => client.subscribe({ query }));
  await Promise.all(clients.map((client) => client.subscribe({ query: '{ me { kind } }' }).ended));
  await listening(1);
  graph.orders.publish('PENDING');
  await Promise.all([heard(first!, 'PENDING'), heard(second!, 'PENDING')]);
  clients[0]?.client.terminate();
  await eventually(() => expect(first?.ended).resolves.toBeDefined());
  graph.orders.publish('PAID');
  await heard(second!, 'PENDING', 'PAID');
  await listening(1);
});

test('what several topics ask of a subgraph at the same time is one request', async () => {
  const client = connectClient();
  const orderIds = ['1', '2', '3', '4', '5'];
  const subscriptions = orderIds.map((orderId) => client.subscribe({ query, variables: { orderId } }));
  await listening(5);
  graph.subgraphs.shipping.requests.length = 0;
  graph.orders.publish('PAID');
  for (const subscription of subscriptions) await heard(subscription, 'PAID');
  const numbers = subscriptions.map(({ results }) => results[0]?.data.orderStatusChanged.order.number);
  expect(numbers).toEqual(orderIds.map((id) => `SO-${id}`));
  expect(graph.subgraphs.shipping.requests).toHaveLength(1);
});

test('an event that is not for the client any more ends the stream', async () => {
  const subscription = connectClient().subscribe({ query });
  await listening(1);
  graph.orders.publish('PAID');
  graph.orders.publish('TAKEN_AWAY');
  expect(await subscription.ended).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  await heard(subscription, 'PAID');
});

test('a name that every object has is refused for a field of a subscription', async () => {
  const odd = query.replace('status', 'constructor: status');
  expect(await connectClient().subscribe({ query: odd }).ended).toMatchObject([
    { extensions: { code: 'BAD_REQUEST' } },
  ]);
});
