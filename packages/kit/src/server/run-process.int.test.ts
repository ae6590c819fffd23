import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { NatsConnection } from 'nats';
import { countedV1 } from '../../test/counter.js';
import { SpawnedProcess } from '../../test/spawned-process.js';
import { startTestRoom, type TestRoom } from '../../test/test-room.js';
import { newId } from '../domain/index.js';
import { anonymous, assertionHeader } from '../identity/index.js';
import { createTestRouter, eventually, publishEvent, type TestRouter } from '../testing/index.js';

let room: TestRoom;
let nats: NatsConnection;
let router: TestRouter;
let spawned: SpawnedProcess;

beforeAll(async () => {
  [room, router] = await Promise.all([startTestRoom(), createTestRouter('listeners')]);
  nats = await room.connect();
}, 60_000);
afterEach(() => spawned.signal('SIGKILL'));
afterAll(async () => {
  await nats.close();
  await room.stop();
});

function startSlowRoom(): SpawnedProcess {
  return SpawnedProcess.start(
    'slow-room.ts',
    JSON.stringify({
      NODE_ENV: 'test',
      PORT: 0,
      DATABASE_URL: room.database.url,
      NATS_URL: room.natsUrl,
      ASSERTION_PUBLIC_KEY: JSON.stringify(router.publicKey),
    }),
  );
}

function count(counterId: string) {
  return publishEvent(nats, countedV1({ counterId, count: 1 }), { aggregateId: counterId, version: 1 });
}

async function heard(): Promise<string[]> {
  const rows = await room.orm.em.fork().execute<{ counter_id: string }[]>('select counter_id from heard');
  return rows.map((row) => row.counter_id);
}

/** A request whose head the process has read, and whose body it still waits for. */
async function beginRequest(url: string): Promise<ClientRequest> {
  const begun = request(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      expect: '100-continue',
      [assertionHeader]: await router.assertionFor(anonymous),
    },
  });
  begun.flushHeaders();
  await once(begun, 'continue');
  return begun;
}

async function endRequest(begun: ClientRequest, query: string): Promise<unknown> {
  begun.end(JSON.stringify({ query }));
  const [answer] = (await once(begun, 'response')) as [IncomingMessage];
  return JSON.parse(await text(answer));
}

test('who is asked to stop finishes the request and the handler under way, and takes nothing new', async () => {
  spawned = startSlowRoom();
  const { url = '' } = await spawned.logged('Ready.');
  const [first, second] = [newId(), newId()];
  await count(first);
  const slow = router.send(url, anonymous, '{ slow }');
  const halfSent = await beginRequest(url);
  await eventually(() => expect(spawned.begun.toSorted()).toEqual(['handler', 'request']));

  spawned.signal('SIGTERM');
  await spawned.logged('Stopping.');
  await count(second);
  await eventually(() => expect(fetch(`${url}/health/live`)).rejects.toThrow());
  expect(await endRequest(halfSent, '{ quick }')).toEqual({ data: { quick: 'answered' } });
  expect(spawned.lines.map(({ msg }) => msg)).not.toContain('Stopped.');
  spawned.allow('request');
  expect(await slow).toEqual({ data: { slow: 'answered' } });
  expect(await heard()).toEqual([]);
  spawned.allow('handler');

  expect(await spawned.exitCode).toBe(0);
  expect(spawned.begun).toHaveLength(2);
  expect(await heard()).toEqual([first]);
  await nextProcessHears(second);
}, 60_000);

async function nextProcessHears(counterId: string): Promise<void> {
  spawned = startSlowRoom();
  await eventually(() => expect(spawned.begun).toEqual(['handler']), 45_000);
  spawned.allow('handler');
  await eventually(async () => expect(await heard()).toContain(counterId));
}

test.each([
  ['is still starting', 'never starts', 0, []],
  ['does not come to an end', 'never stops', 1, ['Draining took too long.']],
  ['fails while it stops', 'cannot stop', 1, ['Stopping failed.']],
])('who is asked to stop and %s is gone after a while', async (_what, way, code, complaints) => {
  spawned = SpawnedProcess.start('difficult.ts', way);
  await spawned.logged('Begun.');
  spawned.signal('SIGTERM');
  expect(await spawned.exitCode).toBe(code);
  expect(spawned.complaints.map(({ msg }) => msg)).toEqual(complaints);
});

test.each([
  ['cannot start', 'difficult could not start.', 'the port is taken'],
  ['fails later', 'A failure that nobody handled.', 'nobody handles this'],
  ['forgets a failure', 'A rejection that nobody handled.', 'nobody handles this'],
])('a process that %s says why in one line and ends with code 1', async (way, message, reason) => {
  spawned = SpawnedProcess.start('difficult.ts', way);
  expect(await spawned.exitCode).toBe(1);
  expect(spawned.complaints).toMatchObject([{ msg: message, err: { message: reason } }]);
});
