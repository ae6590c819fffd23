import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { answerOf, ask } from '../../test/ask.js';
import { openSocketClient } from '../../test/socket-client.js';
import { startTestRouter, type TestRouter } from '../../test/start-test-router.js';

const known = 'query Known { me { kind } }';
const unknown = 'query Unknown { me { id } }';
const code = 'PERSISTED_QUERY_NOT_FOUND';

let folder: string;
let graph: TestRouter;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'souk-operations-'));
  await writeFile(join(folder, 'web.graphql'), known);
  graph = await startTestRouter({ SAFELIST: 'enforce', OPERATIONS_PATH: join(folder, 'web.graphql') });
});
afterAll(async () => {
  await graph.stop();
  await rm(folder, { recursive: true });
});

test.each([
  ['the front', 'application/json'],
  ['Apollo Server', 'application/json;q=0.9'],
])('only known operations are executed by %s', async (_way, accept) => {
  for (let again = 0; again < 2; again += 1) {
    expect(await ask(graph.router, known, { headers: { accept } })).toMatchObject({ status: 200 });
    const refused = await ask(graph.router, unknown, { headers: { accept } });
    expect(refused).toMatchObject({ status: 400, errors: [{ extensions: { code } }] });
  }
});

test('neither are others over a socket or as events', async () => {
  const socket = openSocketClient(graph.router.url);
  const subscription = 'subscription Unknown { orderStatusChanged(orderId: "1") { status } }';
  expect(await socket.subscribe({ query: subscription }).ended).toMatchObject([{ extensions: { code } }]);
  socket.client.terminate();
  const headers = { 'content-type': 'application/json', accept: 'text/event-stream' };
  const body = JSON.stringify({ query: unknown });
  const events = await fetch(`${graph.router.url}/graphql`, { method: 'POST', headers, body });
  expect(await events.text()).toContain(code);
});

test('a hash does not make an unknown operation known', async () => {
  const sha256Hash = createHash('sha256').update(unknown).digest('hex');
  const extensions = { persistedQuery: { version: 1, sha256Hash } };
  const send = async (query?: string) =>
    answerOf(
      await fetch(`${graph.router.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, extensions }),
      }),
    );
  expect(await send(unknown)).toMatchObject({ status: 400, errors: [{ extensions: { code } }] });
  expect(await send()).toMatchObject({ errors: [{ extensions: { code } }] });
});
