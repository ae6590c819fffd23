import { once } from 'node:events';
import { type AddressInfo, connect, createServer as createTcpServer, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { Counter, CounterSchema, countedV1, migrations } from '../../test/counter.js';
import { contexts, graph } from '../../test/library.js';
import { anonymous } from '../identity/index.js';
import {
  aCustomer,
  aStaffMember,
  eventually,
  freePort,
  startTestSubgraph,
  type TestSubgraph,
} from '../testing/index.js';
import { startSubgraph } from './index.js';

let library: TestSubgraph;
let rounds = 0;

beforeAll(async () => {
  library = await startTestSubgraph('counters', migrations, (config, logger) =>
    startSubgraph({
      name: 'counters',
      config,
      logger,
      schemas: [CounterSchema],
      migrations,
      publishers: [[Counter, ({ count }, counter) => [countedV1({ counterId: counter.id, count })]]],
      graph,
      workers: [{ name: 'rounds', everyMs: 60_000, wakeOnCommit: true, run: async () => ++rounds < 0 }],
    }),
  );
}, 60_000);
afterAll(() => library.stop());

const me = aCustomer('me');

test('a money field is whole minor units, and is written for people in their language', async () => {
  const { data } = await library.send(
    anonymous,
    '{ book(id: "1") { price { amountMinor currency formatted(locale: "de") } } }',
  );
  expect(data.book.price.amountMinor).toBe(1_250);
  expect(data.book.price.formatted).toMatch(/12,50\s€/);
  const { errors } = await library.send(anonymous, '{ book(id: "1") { price { formatted(locale: "not a locale") } } }');
  expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
});

test('a field with a rule is null with its code for who may not see it, and the rest is there', async () => {
  const query = '{ book(id: "1") { id note } diary { text } }';
  const nobody = await library.send(anonymous, query);
  expect(nobody.data).toEqual({ book: { id: '1', note: null }, diary: { text: null } });
  expect(nobody.errors?.map((error) => error.extensions.code)).toEqual(['UNAUTHENTICATED', 'UNAUTHENTICATED']);
  const somebody = await library.send(me, query);
  expect(somebody.data.diary.text).toBe('dear diary');
  expect(somebody.errors?.map((error) => error.extensions.code)).toEqual(['FORBIDDEN']);
  const staff = await library.send(aStaffMember('s', ['books:cost']), query);
  expect(staff.data.book.note).toBe('dear');
});

test('rules hold on the way through an entity as well', async () => {
  const query =
    '{ _entities(representations: [{ __typename: "Book", id: "1" }, { __typename: "Book", id: "absent" }]) { ... on Book { note } } }';
  const { data, errors } = await library.send(me, query);
  expect(data._entities).toEqual([{ note: null }, null]);
  expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});

test('a refusal is data, and no replay', async () => {
  const lend =
    'mutation ($id: ID!) { lend(id: $id) { book { id } replayed userErrors { __typename code message path } } }';
  const { data } = await library.send(me, lend, { id: 'old' });
  expect(data.lend).toEqual({
    book: null,
    replayed: false,
    userErrors: [
      { __typename: 'InputError', code: 'BOOK_TOO_OLD', message: 'This book stays here.', path: ['input', 'id'] },
    ],
  });
  for (const [id, replayed] of [
    ['new', false],
    ['lent', true],
  ] as const) {
    const answer = await library.send(me, lend, { id });
    expect(answer.data.lend).toEqual({ book: { id }, replayed, userErrors: [] });
  }
});

test('what is expected is told, and what is not is masked', async () => {
  const told = await library.send(me, '{ fail(how: "publicly") }');
  expect(told.errors?.[0]).toMatchObject({
    message: 'Somebody was faster.',
    extensions: { code: 'CONFLICT', retryAfterMs: 5 },
  });
  const masked = JSON.stringify(await library.send(me, '{ fail(how: "hunter2") }'));
  expect(masked).toContain('INTERNAL_SERVER_ERROR');
  expect(masked).not.toMatch(/hunter2|ECONNREFUSED|stack|10\.0\.0\.1/);
});

test('what is not JSON, too large or nowhere is answered in JSON without a stack', async () => {
  const assertion = await assertionOf();
  const post = (path: string, body: string) =>
    fetch(`${library.running.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-souk-assertion': assertion },
      body,
    });
  for (const [response, status, code] of [
    [await post('/graphql', '{ not json'), 400, 'BAD_REQUEST'],
    [await post('/graphql', JSON.stringify({ query: 'x'.repeat(2_000_000) })), 413, 'PAYLOAD_TOO_LARGE'],
    [await post('/nowhere', '{}'), 404, 'NOT_FOUND'],
  ] as const) {
    const text = await response.text();
    expect([response.status, JSON.parse(text).errors[0].extensions.code]).toEqual([status, code]);
    expect(text).not.toContain('node_modules');
  }
});

test('text that cannot be kept is refused before anything is done', async () => {
  const variable = await library.send(me, 'query ($id: ID!) { book(id: $id) { id } }', { id: 'a\0b' });
  const literal = await library.send(me, String.raw`{ book(id: "a\u0000b") { id } }`);
  for (const { data, errors } of [variable, literal]) {
    expect(data).toBeUndefined();
    expect(errors?.map((error) => error.extensions.code)).toEqual(['BAD_USER_INPUT']);
  }
});

test('each event of a subscription has a context of its own, and the router brings an assertion for each', async () => {
  const client = createClient({
    url: `${library.running.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
  });
  const query = 'subscription { bookArrived { id } }';
  const received: unknown[] = [];
  for await (const result of client.iterate({ query, extensions: { assertion: await assertionOf() } }))
    received.push(result);
  expect(received).toEqual(Array(3).fill({ data: { bookArrived: { id: 'arrived' } } }));
  expect(new Set(contexts).size).toBe(3);
  const refused = client.iterate({ query, extensions: { assertion: 'forged' } });
  await expect(refused.next()).rejects.toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  const unsound = client.iterate({
    query: String.raw`subscription { bookArrived { price { formatted(locale: "\u0000") } } }`,
    extensions: { assertion: await assertionOf() },
  });
  await expect(unsound.next()).rejects.toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  await client.dispose();
});

test('requests are answered while a process is still starting, but it does not call itself ready', async () => {
  const port = await freePort();
  const seeding = Promise.withResolvers<void>();
  const starting = startTestSubgraph('counters', migrations, (config, logger) =>
    startSubgraph({
      name: 'counters',
      config: { ...config, PORT: port, SEED: 'small' },
      logger,
      schemas: [CounterSchema],
      migrations,
      publishers: [],
      graph,
      seed: () => seeding.promise,
    }),
  );
  const readiness = () => fetch(`http://127.0.0.1:${port}/health/ready`);
  const early = await eventually(readiness);
  expect([early.status, await early.json()]).toMatchObject([503, { status: 'starting' }]);
  seeding.resolve();
  const counters = await starting;
  expect((await readiness()).status).toBe(200);
  await counters.stop();
});

test('a process is ready when its servers answer', async () => {
  const live = await fetch(`${library.running.url}/health/live`);
  const ready = await fetch(`${library.running.url}/health/ready`);
  expect([live.status, ready.status]).toEqual([200, 200]);
  expect(await ready.json()).toEqual({
    name: 'counters',
    status: 'ready',
    checks: { database: 'ok', nats: 'ok', outbox: 'ok' },
  });
});

test('a process whose events wait too long to be published is degraded, and answers all the same', async () => {
  const { orm, outbox } = library.running.parts;
  const em = orm.em.fork();
  await em.execute(
    `insert into outbox (event_id, aggregate_type, aggregate_id, event_version, type, payload, headers, created_at)
     values (gen_random_uuid(), 'nowhere.thing', gen_random_uuid(), 1, 'nowhere.thing.happened.v1', '{}', '{}', now() - interval '61 seconds')`,
  );
  await outbox.measure(em);
  const response = await fetch(`${library.running.url}/health/ready`);
  expect([response.status, await response.json()]).toMatchObject([
    200,
    { status: 'degraded', checks: { outbox: 'unavailable' } },
  ]);
  await em.execute(`delete from outbox where type = 'nowhere.thing.happened.v1'`);
  await outbox.measure(em);
  expect(await (await fetch(`${library.running.url}/health/ready`)).json()).toMatchObject({ status: 'ready' });
});

test('a commit wakes the workers that wait for one', async () => {
  await eventually(() => expect(rounds).toBeGreaterThan(0));
  const before = rounds;
  const counter = new Counter();
  counter.increase();
  await library.running.parts.orm.em.fork().persist(counter).flush();
  await eventually(() => expect(rounds).toBeGreaterThan(before));
});

function assertionOf(): Promise<string> {
  return library.assertionFor(me);
}

test('a subgraph that starts while its database is away is there as soon as that is, and has seeded once', async () => {
  const closed = createTcpServer().listen(0, '127.0.0.1');
  await once(closed, 'listening');
  const { port } = closed.address() as AddressInfo;
  await new Promise((resolve) => closed.close(resolve));
  let behind = '';
  let seeded = 0;
  const starting = startTestSubgraph('latecomers', migrations, (config, logger) => {
    behind = config.DATABASE_URL;
    const address = new URL(behind);
    address.port = String(port);
    return startSubgraph({
      name: 'latecomers',
      config: { ...config, DATABASE_URL: address.href, SEED: 'demo' },
      logger,
      schemas: [CounterSchema],
      migrations,
      publishers: [],
      graph,
      seed: async ({ orm }) => {
        await orm.em.fork().execute('select 1');
        seeded += 1;
      },
    });
  });
  await eventually(() => expect(behind).not.toBe(''));
  await delay(500);
  const door = createTcpServer((client) => passOn(client, new URL(behind))).listen(port, '127.0.0.1');
  const latecomer = await starting;
  expect(seeded).toBe(1);
  await latecomer.stop();
  await new Promise((resolve) => door.close(resolve));
}, 60_000);

function passOn(client: Socket, { hostname, port }: URL): void {
  const server = connect(Number(port), hostname);
  for (const socket of [client, server]) socket.on('error', () => undefined);
  client.pipe(server).pipe(client);
}
