import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { NatsConnection } from 'nats';
import { Counter, countedV1 } from '../../test/counter.js';
import { logger, startTestRoom, type TestRoom } from '../../test/test-room.js';
import { DomainError, newId } from '../domain/index.js';
import { inTransaction } from '../persistence/index.js';
import { eventually, publishEvent, republish } from '../testing/index.js';
import { handledAtOnce } from './consumer.js';
import { type EventHandler, type Messaging, onEvent, startMessaging } from './index.js';

class Forbidden extends DomainError {
  readonly code = 'FORBIDDEN_COUNT';
}

let room: TestRoom;
let nats: NatsConnection;
let owner: Messaging;
let listener: Messaging;
let failure: ((count: number) => void) | undefined;
let pause: Promise<void> | undefined;

const hear = onEvent(countedV1, async ({ data }, { em }) => {
  failure?.(data.count);
  await pause;
  await em.execute('insert into heard (counter_id, count) values (?, ?)', [data.counterId, data.count]);
});

beforeAll(async () => {
  room = await startTestRoom();
  nats = await room.connect();
  owner = await start('counters', []);
  listener = await start('listeners', [hear]);
}, 60_000);
afterAll(async () => {
  await listener.stopConsuming();
  await Promise.all([owner.stopPublishing(), listener.stopPublishing()]);
  await nats.drain();
  await room.stop();
});
beforeEach(() => {
  failure = undefined;
  pause = undefined;
});

function start(subgraph: string, handlers: EventHandler[]): Promise<Messaging> {
  const { orm, database } = room;
  return startMessaging({
    subgraph,
    databaseUrl: database.url,
    nats,
    em: orm.em,
    now: () => new Date(),
    handlers,
    logger,
  });
}

async function countUp(times: number): Promise<Counter> {
  const counter = new Counter();
  for (let time = 0; time < times; time += 1) {
    await inTransaction(room.orm.em, async (em) => {
      const stored = (await em.findOne(Counter, { id: counter.id })) ?? counter;
      stored.increase();
      em.persist(stored);
    });
  }
  return counter;
}

async function heardOf(counterId: string): Promise<number[]> {
  const rows = await room.orm.em
    .fork()
    .execute<{ count: number }[]>(`select count from heard where counter_id = ? order by ctid`, [counterId]);
  return rows.map((row) => row.count);
}

async function heardAmong(counterIds: readonly string[]): Promise<number> {
  return (await Promise.all(counterIds.map(heardOf))).filter((counts) => counts.length > 0).length;
}

async function rowsOf(
  table: string,
  aggregateId: string,
): Promise<{ version: number; error_class?: string; status?: string }[]> {
  return room.orm.em.fork().execute(`select * from ${table} where aggregate_id = ? order by version`, [aggregateId]);
}

function aCount(counterId: string, count: number) {
  return [nats, countedV1({ counterId, count }), { aggregateId: counterId, version: count }] as const;
}

test('what an aggregate records arrives in order, once, and is marked as published', async () => {
  const counter = await countUp(25);
  const expected = Array.from({ length: 25 }, (_, index) => index + 1);
  await eventually(async () => expect(await heardOf(counter.id)).toEqual(expected));
  await eventually(async () => {
    const unpublished = await room.orm.em.fork().execute('select 1 from outbox where published_at is null');
    expect(unpublished).toHaveLength(0);
  });
});

test('nothing leaves when the transaction fails', async () => {
  const counter = new Counter();
  const failing = inTransaction(room.orm.em, async (em) => {
    counter.increase();
    em.persist(counter);
    await em.flush();
    throw new Error('the process dies here');
  });
  await expect(failing).rejects.toThrow('the process dies here');
  const rows = await room.orm.em.fork().execute('select 1 from outbox where aggregate_id = ?', [counter.id]);
  expect(rows).toHaveLength(0);
});

test('two writers of one aggregate at once both count, and their events have numbers without a gap', async () => {
  const counter = await countUp(1);
  await Promise.all(
    Array.from({ length: 6 }, () =>
      inTransaction(room.orm.em, async (em) => (await em.findOneOrFail(Counter, { id: counter.id })).increase()),
    ),
  );
  await eventually(async () => expect(await heardOf(counter.id)).toEqual([1, 2, 3, 4, 5, 6, 7]));
});

test('an event that is delivered twice has its effect once', async () => {
  const counterId = newId();
  const envelope = await publishEvent(...aCount(counterId, 1));
  await republish(nats, envelope);
  await publishEvent(...aCount(counterId, 2));
  await eventually(async () => expect(await heardOf(counterId)).toEqual([1, 2]));
});

test('an event that comes too early waits for those before it', async () => {
  const counterId = newId();
  await publishEvent(...aCount(counterId, 3));
  await publishEvent(...aCount(counterId, 2));
  await eventually(async () => expect(await rowsOf('inbox_parked', counterId)).toHaveLength(2));
  expect(await heardOf(counterId)).toEqual([]);
  await publishEvent(...aCount(counterId, 1));
  await eventually(async () => expect(await heardOf(counterId)).toEqual([1, 2, 3]));
  expect(await rowsOf('inbox_parked', counterId)).toHaveLength(0);
});

test('events that nobody here handles only move the position, early ones and repeated ones too', async () => {
  const counterId = newId();
  const unheard = { type: 'counters.counter.reset.v1', data: {} };
  await publishEvent(...aCount(counterId, 1));
  await publishEvent(...aCount(counterId, 4));
  await publishEvent(nats, unheard, { aggregateId: counterId, version: 3 });
  await republish(nats, await publishEvent(nats, unheard, { aggregateId: counterId, version: 2 }));
  await eventually(async () => expect(await heardOf(counterId)).toEqual([1, 4]));
  expect(await rowsOf('inbox_parked', counterId)).toHaveLength(0);
  const first = newId();
  await publishEvent(nats, unheard, { aggregateId: first, version: 2 });
  await eventually(async () => expect(await rowsOf('inbox_parked', first)).toHaveLength(1));
});

test('a handler that fails for a while is tried again, never at once, and later events wait for it', async () => {
  const counterId = newId();
  let failures = 0;
  failure = (count) => {
    if (count === 1 && failures < 2) {
      failures += 1;
      throw new Error('not now');
    }
  };
  const began = Date.now();
  await publishEvent(...aCount(counterId, 1));
  await publishEvent(...aCount(counterId, 2));
  await eventually(async () => expect(await heardOf(counterId)).toEqual([1, 2]), 20_000);
  expect(failures).toBe(2);
  expect(Date.now() - began).toBeGreaterThanOrEqual(100);
  failure = undefined;
});

test('what a rule forbids becomes a dead letter at once, and what follows stays parked', async () => {
  const counterId = newId();
  failure = (count) => {
    if (count === 1) throw new Forbidden('one is forbidden');
  };
  await publishEvent(...aCount(counterId, 1));
  await publishEvent(...aCount(counterId, 2));
  await eventually(async () => {
    expect(await rowsOf('dead_letter', counterId)).toMatchObject([
      { version: 1, error_class: 'Forbidden', status: 'DEAD' },
    ]);
    expect(await rowsOf('inbox_parked', counterId)).toMatchObject([{ version: 2 }]);
  });
  failure = undefined;
});

test('of a parked event that fails when its turn comes, it is that event which becomes the dead letter', async () => {
  const counterId = newId();
  failure = (count) => {
    if (count === 2) throw new Forbidden('two is forbidden');
  };
  await publishEvent(...aCount(counterId, 2));
  await eventually(async () => expect(await rowsOf('inbox_parked', counterId)).toHaveLength(1));
  await publishEvent(...aCount(counterId, 1));
  await eventually(async () =>
    expect(await rowsOf('dead_letter', counterId)).toMatchObject([{ version: 2, error_class: 'Forbidden' }]),
  );
  expect(await heardOf(counterId)).toEqual([1]);
  expect(await rowsOf('inbox_parked', counterId)).toEqual([]);
  failure = undefined;
});

test('data that break the contract become a dead letter', async () => {
  const counterId = newId();
  await publishEvent(
    nats,
    { type: countedV1.type, data: { counterId, count: 'many' } },
    { aggregateId: counterId, version: 1 },
  );
  await eventually(async () =>
    expect(await rowsOf('dead_letter', counterId)).toMatchObject([{ error_class: 'ZodError' }]),
  );
});

test.each([
  ['is not JSON', 'SyntaxError', '7b00ff'],
  ['is no event', 'ZodError', '7b7d'],
])(
  'a message that %s becomes a dead letter with every byte of it, and holds nobody up',
  async (_what, error, bytes) => {
    const { stream, seq } = await nats.jetstream().publish(countedV1.type, Buffer.from(bytes, 'hex'));
    const counterId = newId();
    await publishEvent(...aCount(counterId, 1));
    await eventually(async () => expect(await heardOf(counterId)).toEqual([1]));
    const buried = await room.orm.em
      .fork()
      .execute('select * from dead_letter where stream = ? and stream_sequence = ?', [stream, seq]);
    expect(buried).toMatchObject([
      { consumer: 'listeners-counters-counter', type: countedV1.type, error_class: error, event_id: null, tries: 1 },
    ]);
    expect(buried[0]!.payload.toString('hex')).toBe(bytes);
  },
);

test('what a consumer has fetched and not begun when it stops, the next one has at once', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  pause = promise;
  const counterIds = Array.from({ length: 20 }, () => newId());
  await Promise.all(counterIds.map((counterId) => publishEvent(...aCount(counterId, 1))));
  const { consumers } = await nats.jetstreamManager();
  await eventually(async () => {
    const { num_ack_pending: inHand } = await consumers.info('COUNTERS', 'listeners-counters-counter');
    expect(inHand).toBeGreaterThan(handledAtOnce);
  });
  await nats.flush();
  const stopped = listener.stopConsuming();
  resolve();
  await stopped;
  const handled = await heardAmong(counterIds);
  expect(handled).toBeGreaterThan(0);
  expect(handled).toBeLessThan(20);
  await listener.stopPublishing();
  listener = await start('listeners', [hear]);
  await eventually(async () => expect(await heardAmong(counterIds)).toBe(20));
});

test('of two relays one publishes, and the other takes over when it stops', async () => {
  const second = await start('counters', []);
  await owner.stopPublishing();
  const counter = await countUp(3);
  await eventually(async () => expect(await heardOf(counter.id)).toEqual([1, 2, 3]));
  owner = second;
});
