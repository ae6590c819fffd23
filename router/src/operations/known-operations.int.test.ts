import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { answerOf, ask } from '../../test/ask.js';
import { openSocketClient } from '../../test/socket-client.js';
import { startTestRouter, type TestRouter } from '../../test/start-test-router.js';

const known = 'query Known { me { kind } }';
const registered = 'query Registered { variants { id } }';
const unknown = 'query Unknown { me { id } }';
const code = 'PERSISTED_QUERY_NOT_FOUND';

let folder: string;
let graph: TestRouter;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'souk-operations-'));
  await Promise.all(['web', 'app'].map((client) => mkdir(join(folder, client))));
  await writeFile(join(folder, 'web/web.graphql'), known);
  await writeFile(join(folder, 'app/relay.json'), JSON.stringify({ 'relay-1': registered }));
  graph = await startTestRouter({ SAFELIST: 'enforce', OPERATIONS_PATH: folder });
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

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

async function post(body: object, accept = 'application/json'): Promise<Response> {
  const headers = { 'content-type': 'application/json', accept };
  return fetch(`${graph.router.url}/graphql`, { method: 'POST', headers, body: JSON.stringify(body) });
}

const persisted = (sha256Hash: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash } } });

test.each<[string, object]>([
  ["as Apollo's clients send it", persisted(hashOf(registered))],
  ["as the code generator's do", { documentId: `sha256:${hashOf(registered)}` }],
  ["as Relay's do, with an id of its own", { doc_id: 'relay-1' }],
])('a registered operation is known by its hash alone, %s, though nobody ever sent its text', async (_way, body) => {
  for (let again = 0; again < 2; again += 1)
    expect(await answerOf(await post(body))).toMatchObject({
      status: 200,
      data: { variants: [{ id: 'v1' }, { id: 'v2' }] },
    });
  expect(await (await post(body, 'text/event-stream')).text()).toContain('"id":"v2"');
});

test('a hash that nobody registered is not found, and neither is an id', async () => {
  for (const body of [persisted(hashOf('{ a }')), { documentId: 'relay-2' }])
    expect(await answerOf(await post(body))).toMatchObject({ errors: [{ extensions: { code } }] });
});
