import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { answerOf } from '../../test/ask.js';
import { startTestRouter, type TestRouter } from '../../test/start-test-router.js';

let graph: TestRouter;
let payments: Server;
const received: { url: string | undefined; headers: IncomingHttpHeaders; body: Buffer }[] = [];

beforeAll(async () => {
  payments = createServer(async (request, response) => {
    const chunks = await request.toArray();
    received.push({ url: request.url, headers: request.headers, body: Buffer.concat(chunks) });
    const status = request.headers['stripe-signature'] === 'good' ? 200 : 400;
    response.writeHead(status, { 'content-type': 'application/json' }).end(`{"status":${status}}`);
  });
  await new Promise<void>((resolve) => payments.listen(0, '127.0.0.1', resolve));
  const { port } = payments.address() as AddressInfo;
  graph = await startTestRouter({ PAYMENTS_WEBHOOK_URL: `http://127.0.0.1:${port}` });
});
afterAll(async () => {
  await graph.stop();
  payments.closeAllConnections();
  payments.close();
});

function post(body: Buffer | string, headers: Record<string, string> = {}, path = '/webhooks/stripe') {
  return fetch(graph.router.url + path, { method: 'POST', body, headers });
}

test('the bytes and the signature reach payments untouched, and nothing else does', async () => {
  const body = Buffer.from([0x7b, 0x20, 0x22, 0xff, 0x00, 0xfe, 0x0d, 0x0a, 0x7d, 0x20]);
  const headers = { 'content-type': 'application/json', 'stripe-signature': 'good', authorization: 'Bearer x' };
  const response = await post(body, headers);
  expect({ status: response.status, body: await response.json() }).toEqual({ status: 200, body: { status: 200 } });
  const request = received.at(-1);
  expect(request?.url).toBe('/webhooks/stripe');
  expect(request?.body.equals(body)).toBe(true);
  expect(request?.headers).toMatchObject({ 'content-type': 'application/json', 'stripe-signature': 'good' });
  expect(request?.headers).not.toHaveProperty('authorization');
});

test('what payments refuses is refused', async () => {
  expect((await post('{}', { 'stripe-signature': 'bad' })).status).toBe(400);
});

test.each([
  ['of more than 100 kB', Buffer.alloc(110_000, 'x'), {}, 413],
  ['that is compressed, so that its bytes would change', gzipSync('{}'), { 'content-encoding': 'gzip' }, 415],
])('a webhook %s is refused', async (_what, body, headers, status) => {
  const count = received.length;
  expect((await post(body, headers)).status).toBe(status);
  expect(received).toHaveLength(count);
});

test('only known providers, and only POST', async () => {
  expect((await post('{}', {}, '/webhooks/unknown')).status).toBe(404);
  const answer = await answerOf(await fetch(`${graph.router.url}/webhooks/stripe`));
  expect(answer).toMatchObject({ status: 405, errors: [{ extensions: { code: 'METHOD_NOT_ALLOWED' } }] });
});

test('while payments is away the provider is asked to come again', async () => {
  payments.closeAllConnections();
  await new Promise((resolve) => payments.close(resolve));
  const answer = await answerOf(await post('{}', { 'stripe-signature': 'good' }));
  expect(answer).toMatchObject({ status: 503, errors: [{ extensions: { code: 'SERVICE_UNAVAILABLE' } }] });
});
