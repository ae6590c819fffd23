import { connect, type Socket } from 'node:net';
import { Worker } from 'node:worker_threads';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { answerOf, ask, type RouterAnswer } from './ask.js';
import { badTokens } from './bad-tokens.js';
import { openSocketClient } from './socket-client.js';
import { startTestRouter, type TestRouter } from './start-test-router.js';

/** What is promised is a tenth of these; beside other tests the machine is not the router's alone. */
const refusedWithinMs = 5_000;
const servedWithinMs = 10_000;

let graph: TestRouter;

beforeAll(async () => {
  graph = await startTestRouter({ NODE_ENV: 'production' });
  // The first of all requests makes connections, which is not what is measured.
  await ask(graph.router, '{ me { kind } }');
});
afterAll(() => graph.stop());

/** What everybody else asks in the meantime. */
async function requireService(): Promise<void> {
  const startedAt = performance.now();
  expect(await ask(graph.router, '{ me { kind } }')).toMatchObject({
    status: 200,
    data: { me: { kind: 'anonymous' } },
  });
  expect(performance.now() - startedAt).toBeLessThan(servedWithinMs);
}

async function refused(sent: () => Promise<RouterAnswer>, status: number, code: string): Promise<void> {
  const startedAt = performance.now();
  const [answer] = await Promise.all([sent(), requireService()]);
  expect(performance.now() - startedAt).toBeLessThan(refusedWithinMs);
  expect(answer.status).toBe(status);
  expect(answer.errors?.[0]?.extensions).toMatchObject({ code });
  expect(answer.data ?? null).toBeNull();
  await requireService();
}

async function post(
  body: NonNullable<RequestInit['body']>,
  headers: Record<string, string> = {},
): Promise<RouterAnswer> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body };
  return answerOf(await fetch(`${graph.router.url}/graphql`, init));
}

function repeat(count: number, of: (n: number) => string): string {
  return Array.from({ length: count }, (_item, n) => of(n)).join(' ');
}

const deep = (levels: number) =>
  `${'{ order(id: 1) '.repeat(1)}${'{ variant '.repeat(levels)}{ id }${' }'.repeat(levels + 1)}`;
const fragmentBomb = `{ ...F0 } ${repeat(30, (n) => `fragment F${n} on Query { ${`...F${n + 1} `.repeat(2)} }`)} fragment F30 on Query { me { kind } }`;
const gzipBomb = gzipSync(Buffer.alloc(50_000_000, 32));
const nestedVariable = `${'{"a":'.repeat(9_000)}1${'}'.repeat(9_000)}`;

describe('documents', () => {
  test.each<[string, string, string]>([
    ['10,000 aliases', `{ ${repeat(10_000, (n) => `a${n}: broken`)} }`, 'PAYLOAD_TOO_LARGE'],
    ['600 aliases', `{ ${repeat(600, (n) => `a${n}: broken`)} }`, 'ALIAS_LIMIT_EXCEEDED'],
    ['too many tokens', `{ ${repeat(2_100, () => 'broken')} }`, 'TOKEN_LIMIT_EXCEEDED'],
    ['fragments that spread fragments', fragmentBomb, 'GRAPHQL_VALIDATION_FAILED'],
    ['a fragment that spreads itself', '{ ...F } fragment F on Query { ...F }', 'GRAPHQL_VALIDATION_FAILED'],
    ['deep nesting', deep(50), 'GRAPHQL_VALIDATION_FAILED'],
    ['brackets without end', '{'.repeat(1_900), 'GRAPHQL_PARSE_FAILED'],
    ['lists without end', `{ order(id: ${'['.repeat(900)}${']'.repeat(900)}) { id } }`, 'GRAPHQL_VALIDATION_FAILED'],
    ['many directives', `{ me ${'@skip(if: false) '.repeat(200)} { kind } }`, 'GRAPHQL_VALIDATION_FAILED'],
    ['several changes too many', `mutation { ${repeat(6, (n) => `a${n}: cancelOrder(id: 1) { id }`)} }`, 'BAD_REQUEST'],
    ['questions about the schema', '{ __schema { types { name } } }', 'GRAPHQL_VALIDATION_FAILED'],
  ])('%s', async (_what, query, code) => {
    const status = code === 'PAYLOAD_TOO_LARGE' ? 413 : 400;
    const accept = 'application/graphql-response+json';
    await refused(() => ask(graph.router, query, { headers: { accept } }), status, code);
  });

  test('variables without end are refused, or not looked at', async () => {
    const query = 'query ($id: ID!) { order(id: $id) { id } }';
    await refused(() => post(`{"query":"${query}","variables":{"id":${nestedVariable}}}`), 200, 'BAD_USER_INPUT');
  });

  test('a flood of distinct documents leaves the others served', async () => {
    const worker = new Worker(new URL('./send-flood.mjs', import.meta.url), {
      workerData: { url: graph.router.url, count: 500 },
    });
    const flood = { statuses: undefined as number[] | undefined };
    worker.once('message', (statuses: number[]) => {
      flood.statuses = statuses;
    });
    while (!flood.statuses) await requireService();
    expect(flood.statuses).toEqual(Array(500).fill(200));
  });
});

describe('bodies', () => {
  test.each<[string, () => Promise<RouterAnswer>, number, string]>([
    ['one that is too long', () => post(JSON.stringify({ query: 'x'.repeat(200_000) })), 413, 'PAYLOAD_TOO_LARGE'],
    ['a long one of unknown length', () => post(endless()), 413, 'PAYLOAD_TOO_LARGE'],
    [
      'a short one that unpacks to a long one',
      () => post(gzipBomb, { 'content-encoding': 'gzip' }),
      413,
      'PAYLOAD_TOO_LARGE',
    ],
    ['packed as nobody packs', () => post('x', { 'content-encoding': 'rar' }), 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['a form', () => post('query={me{kind}}', form), 415, 'UNSUPPORTED_MEDIA_TYPE'],
    [
      'plain text',
      () => post('{"query":"{me{kind}}"}', { 'content-type': 'text/plain' }),
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    ['no JSON', () => post('{"query":'), 400, 'BAD_REQUEST'],
    ['a batch', () => post('[{"query":"{me{kind}}"},{"query":"{me{kind}}"}]'), 400, 'BAD_REQUEST'],
    ['nothing', () => post(''), 400, 'BAD_REQUEST'],
  ])('%s', async (_what, sent, status, code) => {
    await refused(sent, status, code);
  });
});

const form = { 'content-type': 'application/x-www-form-urlencoded' };

/** A body that never says how long it is. */
function endless(): Blob {
  return new Blob(['{"query":"', 'x'.repeat(500_000), '"}']);
}

describe('tokens', () => {
  test.each(badTokens)('one %s', async (_what, make) => {
    const token = await make(graph.accounts);
    await refused(() => ask(graph.router, '{ me { kind } }', { token }), 401, 'UNAUTHENTICATED');
  });

  test('headers that are longer than any token are not read', async () => {
    const response = await fetch(graph.router.url, { headers: { authorization: `Bearer ${'a'.repeat(40_000)}` } });
    expect(response.status).toBe(431);
    await requireService();
  });
});

test('no header of a client reaches a subgraph, whatever it claims', async () => {
  const forged = {
    'x-user-id': 'admin',
    'x-user-roles': 'ADMIN',
    'x-internal-assertion': 'forged',
    'x-request-id': 'forged',
    'x-forwarded-for': '203.0.113.66',
    forwarded: 'for=203.0.113.66',
    cookie: 'forged=1',
    'x-anything': 'forged',
  };
  for (const accept of ['application/json', 'application/json;q=0.9', 'text/event-stream']) {
    const before = graph.subgraphs.orders.requests.length;
    await fetch(`${graph.router.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept, ...forged },
      body: JSON.stringify({ query: '{ me { kind id } }' }),
    }).then((response) => response.text());
    const sent = graph.subgraphs.orders.requests.slice(before);
    expect(sent).toHaveLength(1);
    expect(JSON.stringify(sent[0]?.headers)).not.toMatch(/forged|admin|203\.0\.113/i);
  }
});

describe('sockets', () => {
  test('a hundred half-open ones keep nobody waiting, and are closed', async () => {
    const halves = await Promise.all(
      Array.from({ length: 100 }, () => openHalf('POST /graphql HTTP/1.1\r\nhost: x\r\n')),
    );
    await requireService();
    for (const answer of await Promise.all(halves.map(({ closed }) => closed)))
      expect(answer).toMatch(/^HTTP\/1\.1 408 .*"code":"TIMEOUT"/s);
  }, 20_000);

  test.each([
    ['what is no HTTP', 'HELLO\r\n\r\n', 400],
    ['headers that are too long', `GET / HTTP/1.1\r\nx: ${'y'.repeat(20_000)}\r\n`, 431],
    ['two lengths of one body', 'POST / HTTP/1.1\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n', 400],
  ])('%s is answered in JSON', async (_what, text, status) => {
    const { closed } = await openHalf(text);
    expect(await closed).toMatch(new RegExp(`^HTTP/1\\.1 ${status} .*"code":"BAD_REQUEST"`, 's'));
  });

  test('more subscriptions than one may have are refused', async () => {
    const client = openSocketClient(graph.router.url, { connectionParams: { token: await graph.accounts.token() } });
    const subscriptions = Array.from({ length: 21 }, () =>
      client.subscribe({ query: 'subscription { orderStatusChanged(orderId: "1") { status } }' }),
    );
    const firstToEnd = await Promise.race(subscriptions.map(({ ended }) => ended));
    expect(firstToEnd).toMatchObject([{ extensions: { code: 'RATE_LIMITED' } }]);
    await requireService();
    await client.client.dispose();
  });
});

async function openHalf(start: string): Promise<{ closed: Promise<string> }> {
  const socket: Socket = connect(Number(new URL(graph.router.url).port), '127.0.0.1');
  let answer = '';
  const closed = new Promise<string>((resolve) => socket.once('close', () => resolve(answer)));
  socket.setEncoding('utf8').on('error', () => socket.destroy());
  socket.on('data', (text: string) => {
    answer += text;
  });
  socket.write(start);
  await new Promise<void>((resolve) => socket.once('connect', resolve));
  return { closed };
}
