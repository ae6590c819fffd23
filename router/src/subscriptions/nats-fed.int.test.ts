import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { newId } from '@souk/kit/domain';
import { eventually } from '@souk/kit/testing';
import { type FedRouter, startFedRouter } from '../../test/start-fed-router.js';
import { heard, sequencesOf, watchersOf, watchOrder } from '../../test/watching.js';

let graph: FedRouter['graph'];
let nats: FedRouter['nats'];
let stop: FedRouter['stop'];
const { overSocket, overEventStream, leaveAll } = watchersOf(() => graph);

beforeAll(async () => {
  ({ graph, nats, stop } = await startFedRouter());
}, 60_000);
afterEach(leaveAll);
afterAll(() => stop());

/** When the router begins to follow NATS, it reads once more what it knows already. */
async function untilFollowed(): Promise<void> {
  const orderId = graph.orders.place();
  const watching = overSocket({ orderId });
  await heard(watching, 1);
  await graph.orders.change(nats, orderId, 'CONFIRMED');
  await heard(watching, 1, 2);
}

test('what happened comes first, then each change straight from NATS, with the fields of every subgraph', async () => {
  await untilFollowed();
  const orderId = graph.orders.place();
  const watching = overSocket({ orderId });
  await heard(watching, 1);
  const { readings } = graph.orders;
  await graph.orders.change(nats, orderId, 'CONFIRMED');
  await heard(watching, 1, 2);
  expect(graph.orders.readings).toBe(readings);
  expect(graph.orders.subscriptions).toBe(0);
  expect(watching.results[1]).toEqual({
    data: {
      orderStatusChanged: {
        sequence: 2,
        status: 'CONFIRMED',
        order: {
          number: `SO-${orderId.slice(-4)}`,
          variant: { name: 'Variant v1' },
          shipment: { carrier: 'Camel Express' },
        },
      },
    },
  });
});

test.each([
  ['a socket', overSocket],
  ['server-sent events', overEventStream],
])(
  'over %s, who comes later with any number hears the same topic from there on, and all end with the order',
  async (_way, watch) => {
    const orderId = graph.orders.place();
    const first = watch({ orderId });
    await heard(first, 1);
    for (const status of ['CONFIRMED', 'PAID', 'SHIPPED'] as const) await graph.orders.change(nats, orderId, status);
    await heard(first, 1, 2, 3, 4);
    const others = [0, 1, 2, 4].map((afterSequence) => watch({ orderId, afterSequence }));
    const ahead = watch({ orderId, afterSequence: 5 });
    await Promise.all(others.slice(0, 3).map((each) => eventually(() => expect(sequencesOf(each).at(-1)).toBe(4))));
    await graph.orders.change(nats, orderId, 'DELIVERED');
    await Promise.all([heard(others[0]!, 1, 2, 3, 4, 5), heard(others[2]!, 3, 4, 5), heard(others[3]!, 5)]);
    await graph.orders.change(nats, orderId, 'COMPLETED');
    expect(await Promise.all([first, ...others, ahead].map(({ ended }) => ended))).toEqual(Array(6).fill(undefined));
    expect([first, ...others, ahead].map(sequencesOf)).toEqual([
      [1, 2, 3, 4, 5, 6],
      [1, 2, 3, 4, 5, 6],
      [2, 3, 4, 5, 6],
      [3, 4, 5, 6],
      [5, 6],
      [6],
    ]);
  },
);

test('who comes to an order that is over hears the rest, and the end', async () => {
  const orderId = graph.orders.place();
  graph.orders.record(orderId, 'CANCELLED');
  const [from0, from2] = [overSocket({ orderId }), overSocket({ orderId, afterSequence: 2 })];
  expect(await Promise.all([from0.ended, from2.ended])).toEqual([undefined, undefined]);
  expect([from0, from2].map(sequencesOf)).toEqual([[1, 2], []]);
});

test('a gap is read from the history; what comes late or twice is not told again', async () => {
  const orderId = graph.orders.place();
  const watching = overSocket({ orderId });
  await heard(watching, 1);
  const [second, third] = [graph.orders.record(orderId, 'CONFIRMED'), graph.orders.record(orderId, 'PAID')];
  await graph.orders.publish(nats, third);
  await heard(watching, 1, 2, 3);
  for (const row of [second, third, third]) await graph.orders.publish(nats, row);
  await graph.orders.change(nats, orderId, 'SHIPPED');
  await heard(watching, 1, 2, 3, 4);
});

test.each([
  ['that there is not', () => newId()],
  ['that is not theirs', () => takenAway(graph.orders.place())],
])('nobody can watch an order %s', async (_which, orderId) => {
  const watching = [overSocket({ orderId: orderId() }), overEventStream({ orderId: orderId() })];
  const notFound = { extensions: { code: 'NOT_FOUND' } };
  expect(await watching[0]?.ended).toMatchObject([notFound]);
  await watching[1]?.ended;
  expect(watching[1]?.results).toMatchObject([{ errors: [notFound] }]);
});

test('an order that is taken away ends its streams at the next event, even of those who ask for nothing of it', async () => {
  const orderId = graph.orders.place();
  const bare = watchOrder.replace(/order {.*/, '');
  const watching = [overSocket({ orderId }), overSocket({ orderId }, bare)];
  await Promise.all(watching.map((each) => heard(each, 1)));
  takenAway(orderId);
  await graph.orders.change(nats, orderId, 'CONFIRMED');
  for (const { ended } of watching) expect(await ended).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  expect(watching.map(sequencesOf)).toEqual([[1], [1]]);
});

test('when orders cannot be asked about an event, the stream ends instead of leaving it out or calling it absent', async () => {
  const orderId = graph.orders.place();
  const bare = watchOrder.replace(/order {.*/, '');
  const watching = [overSocket({ orderId }), overSocket({ orderId }, bare)];
  await Promise.all(watching.map((each) => heard(each, 1)));
  await graph.subgraphs.orders.stop();
  await graph.orders.change(nats, orderId, 'CONFIRMED');
  const unavailable = [{ extensions: { code: 'SERVICE_UNAVAILABLE' } }];
  for (const { ended } of watching) expect(await ended).toMatchObject(unavailable);
  await graph.subgraphs.orders.startAgain();
  const resumed = overSocket({ orderId, afterSequence: 1 });
  await heard(resumed, 2);
});

test('aliases, conditions and arguments hold for what the event tells and for what it does not', async () => {
  const orderId = graph.orders.place();
  const document = `subscription ($orderId: ID!, $currency: String = "CHF", $yes: Boolean = true) {
    change: orderStatusChanged(orderId: $orderId) {
      __typename number: sequence
      ... @skip(if: $yes) { status }
      ... on OrderStatusChange { at: occurredAt }
      one: order { id isThere: number }
      two: order @include(if: $yes) { total(currency: $currency) }
    }
  }`;
  const watching = overSocket({ orderId }, document);
  await eventually(() => expect(watching.results).toHaveLength(1));
  expect(watching.results[0]).toEqual({
    data: {
      change: {
        __typename: 'OrderStatusChange',
        number: 1,
        at: expect.stringMatching(/^20.*Z$/),
        one: { id: orderId, isThere: `SO-${orderId.slice(-4)}` },
        two: { total: '30 CHF' },
      },
    },
  });
});

test('what events do not tell is still asked of the subgraph', async () => {
  const orderId = graph.orders.place();
  const { subscriptions } = graph.orders;
  expect(await overSocket({ orderId }, watchOrder.replace('status', 'note')).ended).toMatchObject([
    { extensions: { code: 'NOT_FOUND' } },
  ]);
  expect(graph.orders.subscriptions).toBe(subscriptions + 1);
});

test('a sequence below 0 is refused', async () => {
  const watching = overSocket({ orderId: graph.orders.place(), afterSequence: -1 });
  expect(await watching.ended).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: 'afterSequence' } }]);
});

function takenAway(orderId: string): string {
  graph.orders.takeAway(orderId);
  return orderId;
}
