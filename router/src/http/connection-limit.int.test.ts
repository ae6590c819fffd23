import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { eventually } from '@souk/kit/testing';
import { startTestRouter, type TestRouter } from '../../test/start-test-router.js';

let graph: TestRouter;
let open: Connected[] = [];

interface Connected {
  socket: Socket;
  answer: Promise<string>;
}

beforeAll(async () => {
  graph = await startTestRouter({ CONNECTIONS_PER_ADDRESS: '3' });
});
afterEach(() => {
  for (const { socket } of open) socket.destroy();
  open = [];
});
afterAll(() => graph.stop());

const request = 'GET /health/live HTTP/1.1\r\nhost: x\r\n\r\n';
const upgrade =
  'GET /graphql HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\n' +
  'sec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==\r\nsec-websocket-protocol: graphql-transport-ws\r\n\r\n';

/** Connects, sends something, and tells all that was answered when the connection is over. */
function send(text: string): Connected {
  const socket = connect(Number(new URL(graph.router.url).port), '127.0.0.1');
  const answer = new Promise<string>((resolve) => {
    let told = '';
    socket.setEncoding('utf8').on('data', (part: string) => {
      told += part;
    });
    socket.once('close', () => resolve(told)).on('error', () => socket.destroy());
  });
  socket.write(text);
  const connected = { socket, answer };
  open.push(connected);
  return connected;
}

/** Opens all connections that there may be; those of the test before may take a moment to be gone. */
async function occupy(...texts: [string, string, string]): Promise<Connected[]> {
  return eventually(async () => {
    const connected = texts.map(send);
    const firsts = await Promise.all(connected.map(({ socket }) => once(socket, 'data')));
    const isComplete = firsts.every(([text]) => !String(text).includes('RATE_LIMITED'));
    if (!isComplete) for (const { socket } of connected) socket.destroy();
    expect(isComplete).toBe(true);
    return connected;
  });
}

test.each([
  ['a request', request],
  ['a socket', upgrade],
])('an address with as many connections as it may have gets no answer to %s but RATE_LIMITED', async (_what, text) => {
  await occupy(request, request, upgrade);
  expect(await send(text).answer).toMatch(/^HTTP\/1\.1 429 Too Many Requests\r\n.*connection: close.*"RATE_LIMITED"/is);
});

test('a connection too many that says nothing is closed soon', async () => {
  await occupy(request, request, request);
  expect(await send('').answer).toBe('');
});

test('whoever closes a connection may open another', async () => {
  const [held] = await occupy(request, request, request);
  held?.socket.destroy();
  await eventually(async () => {
    const next = send(request.replace('\r\n\r\n', '\r\nconnection: close\r\n\r\n'));
    expect(await next.answer).toMatch(/^HTTP\/1\.1 200 OK/);
  });
});
