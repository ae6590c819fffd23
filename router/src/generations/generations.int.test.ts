import { hash } from 'node:crypto';
import { readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { eventually } from '@souk/kit/testing';
import { ask } from '../../test/ask.js';
import { openSocketClient } from '../../test/socket-client.js';
import { startTestRouter, type TestRouter } from '../../test/start-test-router.js';

let graph: TestRouter;
let path: string;
let whole: string;
const stock = '{ variants { stock } }';

beforeAll(async () => {
  graph = await startTestRouter();
  path = graph.config.SUPERGRAPH_PATH as string;
  whole = await readFile(path, 'utf8');
});
beforeEach(async () => {
  await replaceSupergraph(whole);
  await eventually(async () => expect(await knowsStock()).toBe(true));
});
afterAll(() => graph.stop());

const knowsStock = async () => (await ask(graph.router, stock)).errors === undefined;
const withoutStock = () => whole.replace(/^ +stock: .*$/m, '');

/** As a deployment does it: nobody sees half a file. */
async function replaceSupergraph(text: string): Promise<void> {
  await writeFile(`${path}.next`, text);
  await rename(`${path}.next`, path);
}

test('a new supergraph is served without a single request being refused', async () => {
  const known = '{ variants { id } }';
  const answers = new Set<string>();
  let isOver = false;
  const visitors = Array.from({ length: 4 }, async () => {
    while (!isOver) answers.add(JSON.stringify((await ask(graph.router, known)).data));
  });
  await replaceSupergraph(withoutStock());
  await eventually(async () => expect(await knowsStock()).toBe(false));
  isOver = true;
  await Promise.all(visitors);
  expect([...answers]).toEqual(['{"variants":[{"id":"v1"},{"id":"v2"}]}']);
});

test('what was begun with the old supergraph is finished with it', async () => {
  const slow = ask(graph.router, '{ slow variants { stock } }');
  await replaceSupergraph(withoutStock());
  await eventually(async () => expect(await knowsStock()).toBe(false));
  expect(await slow).toMatchObject({ status: 200, data: { variants: [{ stock: 3 }, { stock: 3 }] } });
});

test('policies that come after their supergraph bring it in', async () => {
  const policies = join(dirname(path), 'policies.json');
  const policiesOf = (text: string) => JSON.stringify({ supergraphHash: hash('sha256', text), policies: {} });
  await writeFile(policies, policiesOf(whole));
  await replaceSupergraph(withoutStock());
  process.emit('SIGHUP');
  await ask(graph.router, stock);
  await writeFile(policies, policiesOf(withoutStock()));
  await eventually(async () => expect(await knowsStock()).toBe(false));
  await rm(policies);
});

test('a file that is no supergraph changes nothing', async () => {
  await replaceSupergraph('type Query {');
  process.emit('SIGHUP');
  await ask(graph.router, stock);
  await replaceSupergraph(withoutStock());
  await eventually(async () => expect(await knowsStock()).toBe(false));
});

test('the process renews its supergraph when it gets the signal SIGHUP, even if the file looks the same', async () => {
  const { atime, mtime } = await stat(path);
  await writeFile(path, withoutStock());
  await utimes(path, atime, mtime);
  process.emit('SIGHUP');
  await eventually(async () => expect(await knowsStock()).toBe(false));
});

test('whoever subscribed is told to come back, and is served by the new one', async () => {
  const query = 'subscription { orderStatusChanged(orderId: "1") { status } }';
  const first = openSocketClient(graph.router.url);
  first.subscribe({ query });
  await eventually(() => expect(graph.orders.activeSubscriptions).toBe(1));
  await replaceSupergraph(withoutStock());
  expect(await first.closed).toMatchObject({ code: 1012 });
  await eventually(() => expect(graph.orders.activeSubscriptions).toBe(0));
  const second = openSocketClient(graph.router.url);
  const { results } = second.subscribe({ query });
  await eventually(() => expect(graph.orders.activeSubscriptions).toBe(1));
  graph.orders.publish('PAID');
  await eventually(() => expect(results).toHaveLength(1));
  second.client.terminate();
}, 10_000);

test('what a subscriber has asked beside is answered before they are told to come back', async () => {
  const { subscribe, closed } = openSocketClient(graph.router.url);
  subscribe({ query: 'subscription { orderStatusChanged(orderId: "1") { status } }' });
  await eventually(() => expect(graph.orders.activeSubscriptions).toBe(1));
  const slow = subscribe({ query: '{ slow }' });
  await replaceSupergraph(withoutStock());
  process.emit('SIGHUP');
  expect(await slow.ended).toBeUndefined();
  expect(slow.results).toMatchObject([{ data: { slow: expect.anything() } }]);
  expect(await closed).toMatchObject({ code: 1012 });
}, 10_000);
