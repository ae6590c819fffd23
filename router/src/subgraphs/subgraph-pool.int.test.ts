import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { SubgraphPool } from './subgraph-pool.js';

let server: Server;
let pool: SubgraphPool;
let answers: ('break' | 'answer' | 'wait')[];
let received: string[];

beforeEach(async () => {
  received = [];
  server = createServer(async (request, response) => {
    received.push(Buffer.concat(await request.toArray()).toString());
    const next = answers.shift();
    if (next === 'break') request.socket.destroy();
    if (next === 'answer') response.end('{"data":{}}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  pool = new SubgraphPool(`http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`, {
    timeoutMs: 1_000,
    onRepeat: () => {},
  });
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await pool.close();
});

function post(body: string, isRepeatable: boolean) {
  return pool.post({ headers: { 'content-type': 'application/json' }, body, isRepeatable });
}

test('a query whose connection broke is sent again, once', async () => {
  answers = ['break', 'answer'];
  expect(await post('query', true)).toEqual({ status: 200, text: '{"data":{}}' });
  answers = ['break', 'break', 'answer'];
  await expect(post('query', true)).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
  expect(received).toHaveLength(4);
});

test('a mutation whose connection broke is not sent again: it may have been done', async () => {
  answers = ['break', 'answer'];
  await expect(post('mutation', false)).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
  expect(received).toEqual(['mutation']);
});

test('what is not answered in time is given up', async () => {
  answers = ['wait'];
  await expect(post('query', true)).rejects.toMatchObject({ code: 'TIMEOUT' });
  expect(received).toHaveLength(1);
});
