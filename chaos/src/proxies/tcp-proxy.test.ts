import { once } from 'node:events';
import net, { type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { TcpProxy } from './tcp-proxy.js';

let echo: Server;
let proxy: TcpProxy;
const clients: Socket[] = [];
const echoing = new Set<Socket>();
const aMomentMs = 150;

beforeEach(async () => {
  echo = net.createServer((socket) => {
    echoing.add(socket);
    socket.on('error', () => undefined);
    socket.pipe(socket);
  });
  echo.listen(0, '127.0.0.1');
  await once(echo, 'listening');
  proxy = await TcpProxy.listen({ host: '127.0.0.1', port: (echo.address() as AddressInfo).port });
});

afterEach(async () => {
  for (const client of clients.splice(0)) client.destroy();
  for (const socket of echoing) socket.destroy();
  echoing.clear();
  await proxy.close();
  await new Promise((resolve) => echo.close(resolve));
});

interface Visitor {
  socket: Socket;
  heard: () => string;
  /** Resolves with how the connection ended. */
  ended: Promise<string>;
}

async function connect(): Promise<Visitor> {
  const socket = net.connect(proxy.port, '127.0.0.1');
  clients.push(socket);
  let text = '';
  let how = 'closed';
  socket.on('data', (chunk) => {
    text += String(chunk);
  });
  socket.on('error', (error: NodeJS.ErrnoException) => {
    how = error.code ?? error.message;
  });
  const ended = new Promise<string>((resolve) => socket.once('close', () => resolve(how)));
  await Promise.race([new Promise((resolve) => socket.once('connect', resolve)), ended]);
  return { socket, heard: () => text, ended };
}

async function until(condition: () => boolean): Promise<void> {
  for (const deadline = Date.now() + 5_000; !condition(); await delay(5))
    if (Date.now() > deadline) throw new Error('It did not happen within 5 seconds.');
}

test('everything passes, megabytes too, and the end of it', async () => {
  const visitor = await connect();
  const much = 'souk'.repeat(1_000_000);
  visitor.socket.end(much);
  expect(await visitor.ended).toBe('closed');
  expect(visitor.heard()).toBe(much);
  await until(() => proxy.connectionCount === 0);
});

test('while it refuses, newcomers are reset and those who are in stay', async () => {
  const early = await connect();
  early.socket.write('a');
  await until(() => early.heard() === 'a');
  proxy.refuse();
  const late = await connect();
  expect(await late.ended).toBe('ECONNRESET');
  early.socket.write('b');
  await until(() => early.heard() === 'ab');
  proxy.heal();
  const healed = await connect();
  healed.socket.write('c');
  await until(() => healed.heard() === 'c');
});

test('a cut resets both sides, and who comes again gets through', async () => {
  const visitor = await connect();
  visitor.socket.write('a');
  await until(() => visitor.heard() === 'a');
  const [server] = [...echoing];
  proxy.cut();
  expect(await visitor.ended).toBe('ECONNRESET');
  await until(() => server?.closed === true);
  const again = await connect();
  again.socket.write('b');
  await until(() => again.heard() === 'b');
});

test('what is stalled arrives when it is healed, in order, and the connection has stayed open', async () => {
  const visitor = await connect();
  visitor.socket.write('a');
  await until(() => visitor.heard() === 'a');
  proxy.stall();
  visitor.socket.write('b');
  visitor.socket.write('c');
  await delay(aMomentMs);
  expect(visitor.heard()).toBe('a');
  proxy.heal();
  await until(() => visitor.heard() === 'abc');
});

test('who connects during a stall is taken, and waits', async () => {
  proxy.stall();
  const visitor = await connect();
  visitor.socket.write('a');
  await delay(aMomentMs);
  expect(visitor.heard()).toBe('');
  proxy.heal();
  await until(() => visitor.heard() === 'a');
});

test.each([
  { direction: 'toServer' as const, reachesServer: false },
  { direction: 'toClient' as const, reachesServer: true },
])('a connection is half-open $direction', async ({ direction, reachesServer }) => {
  const visitor = await connect();
  visitor.socket.write('a');
  await until(() => visitor.heard() === 'a');
  const [server] = [...echoing];
  let atServer = '';
  server?.on('data', (chunk) => {
    atServer += String(chunk);
  });
  proxy.stall([direction]);
  visitor.socket.write('b');
  await delay(aMomentMs);
  expect(visitor.heard()).toBe('a');
  expect(atServer).toBe(reachesServer ? 'b' : '');
  proxy.heal();
  await until(() => visitor.heard() === 'ab');
});

test('a delay holds every byte back for so long, each way, and keeps the order when it ends', async () => {
  const visitor = await connect();
  visitor.socket.write('a');
  await until(() => visitor.heard() === 'a');
  proxy.delay(aMomentMs);
  const began = performance.now();
  visitor.socket.write('b');
  await until(() => visitor.heard() === 'ab');
  expect(performance.now() - began).toBeGreaterThanOrEqual(2 * aMomentMs - 2);
  visitor.socket.write('c');
  await delay(aMomentMs / 3);
  proxy.heal();
  visitor.socket.write('d');
  await until(() => visitor.heard() === 'abcd');
});

test('a message breaks off after so many bytes, and the connection with it', async () => {
  const visitor = await connect();
  visitor.socket.write('a');
  await until(() => visitor.heard() === 'a');
  // Four on the way there, two of them back.
  proxy.truncateAfter(6);
  visitor.socket.write('1234');
  expect(await visitor.ended).toBe('ECONNRESET');
  expect('a12').toContain(visitor.heard());
  const next = await connect();
  next.socket.write('x');
  expect(await next.ended).toBe('ECONNRESET');
  proxy.heal();
  const healed = await connect();
  healed.socket.write('y');
  await until(() => healed.heard() === 'y');
});

test('where nobody listens behind it, who connects is reset', async () => {
  for (const socket of echoing) socket.destroy();
  await new Promise((resolve) => echo.close(resolve));
  const visitor = await connect();
  expect(await visitor.ended).toBe('ECONNRESET');
});
