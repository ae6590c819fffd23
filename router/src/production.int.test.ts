import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ask } from '../test/ask.js';
import { openSocketClient } from '../test/socket-client.js';
import { startTestRouter, type TestRouter } from '../test/start-test-router.js';

let graph: TestRouter;

beforeAll(async () => {
  graph = await startTestRouter({ NODE_ENV: 'production' });
});
afterAll(() => graph.stop());

const introspection = '{ __schema { types { name } } }';

test('the schema cannot be asked for, whatever way', async () => {
  const overHttp = await ask(graph.router, introspection);
  expect(overHttp).toMatchObject({ status: 200, errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] });
  expect(overHttp.data).toBeUndefined();
  const socket = openSocketClient(graph.router.url);
  const overSocket = socket.subscribe({ query: introspection });
  expect(await overSocket.ended).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
  socket.client.terminate();
});

test('a mistake in a document is not answered with what the schema calls it, whatever way', async () => {
  const query = '{ ordres { id } }';
  const refused = [{ message: 'Cannot query field "ordres" on type "Query".' }];
  expect((await ask(graph.router, query)).errors).toMatchObject(refused);
  const socket = openSocketClient(graph.router.url);
  expect(await socket.subscribe({ query }).ended).toMatchObject(refused);
  socket.client.terminate();
});

test('there is no page for browsers', async () => {
  const response = await fetch(graph.router.url, { headers: { accept: 'text/html' } });
  expect(response.status).toBe(404);
  expect(response.headers.get('content-type')).toContain('application/json');
});

test('browsers are told to come by TLS only', async () => {
  const { headers } = await ask(graph.router, '{ me { id } }');
  expect(headers.get('strict-transport-security')).toContain('max-age=31536000');
});
