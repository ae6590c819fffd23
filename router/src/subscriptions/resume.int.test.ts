import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { createLogger } from '@souk/kit/observability';
import { eventually } from '@souk/kit/testing';
import { type FedRouter, startFedRouter } from '../../test/start-fed-router.js';
import { heard, sequencesOf, watchersOf } from '../../test/watching.js';
import { startRouter } from '../app.js';

let graph: FedRouter['graph'];
let nats: FedRouter['nats'];
let stop: FedRouter['stop'];
const { overSocket, overEventStream, leaveAll } = watchersOf(() => graph);

beforeAll(async () => {
  ({ graph, nats, stop } = await startFedRouter());
}, 60_000);
afterEach(leaveAll);
afterAll(() => stop());

test('after NATS was away, everybody hears what they missed, though no event tells of it', async () => {
  const orderId = graph.orders.place();
  const watching = [overSocket({ orderId }), overEventStream({ orderId, afterSequence: 1 })];
  await heard(watching[0]!, 1);
  await graph.nats.restart(() => graph.orders.record(orderId, 'CONFIRMED'));
  await eventually(() => nats.flush());
  await eventually(() => expect(watching.map(sequencesOf)).toEqual([[1, 2], [2]]));
  await graph.orders.change(nats, orderId, 'PAID');
  await eventually(() =>
    expect(watching.map(sequencesOf)).toEqual([
      [1, 2, 3],
      [2, 3],
    ]),
  );
}, 60_000);

test('when the router restarts, who resumes at the next one misses nothing and hears nothing twice', async () => {
  const orderId = graph.orders.place();
  const before = [overSocket({ orderId }), overEventStream({ orderId })];
  await Promise.all(before.map((each) => heard(each, 1)));
  const next = await startRouter(graph.config, createLogger('router', 'silent'));
  await graph.router.stop();
  const endings = await Promise.all(before.map(({ ended }) => ended));
  expect(endings).toMatchObject([{ code: 1012 }, expect.any(Error)]);
  await graph.orders.change(nats, orderId, 'CONFIRMED');
  graph.router = next;
  const after = [overSocket({ orderId, afterSequence: 1 }), overEventStream({ orderId, afterSequence: 1 })];
  await Promise.all(after.map((each) => heard(each, 2)));
  await graph.orders.change(nats, orderId, 'CANCELLED');
  expect(await Promise.all(after.map(({ ended }) => ended))).toEqual([undefined, undefined]);
  expect(after.map(sequencesOf)).toEqual([
    [2, 3],
    [2, 3],
  ]);
});

test('who comes and goes all the time with the last number misses nothing and hears nothing twice', async () => {
  const orderId = graph.orders.place();
  const stays = overSocket({ orderId });
  const heardInAll: number[] = [];
  const comingAndGoing = (async () => {
    while ((heardInAll.at(-1) ?? 0) < 7) {
      const watch = heardInAll.length % 2 ? overSocket : overEventStream;
      const watching = watch({ orderId, afterSequence: heardInAll.at(-1) ?? 0 });
      await eventually(() => expect(watching.results.length).toBeGreaterThan(0));
      heardInAll.push(...sequencesOf(watching));
      watching.leave();
    }
  })();
  for (const status of ['CONFIRMED', 'PAID', 'SHIPPED', 'PAID', 'SHIPPED', 'DELIVERED'] as const) {
    await delay(30);
    await graph.orders.change(nats, orderId, status);
  }
  await comingAndGoing;
  expect(heardInAll).toEqual([1, 2, 3, 4, 5, 6, 7]);
  await heard(stays, 1, 2, 3, 4, 5, 6, 7);
});

test('when very much happens, everybody hears all of their own, in order', async () => {
  const orderIds = Array.from({ length: 20 }, () => graph.orders.place());
  const watching = orderIds.map((orderId) => overSocket({ orderId }));
  await Promise.all(watching.map((each) => heard(each, 1)));
  const rows = Array.from({ length: 400 }, (_item, n) => graph.orders.record(orderIds[n % 20] ?? '', 'PAID'));
  await Promise.all(rows.map((row) => graph.orders.publish(nats, row)));
  const all = Array.from({ length: 21 }, (_item, index) => index + 1);
  await Promise.all(watching.map((each) => heard(each, ...all)));
});
