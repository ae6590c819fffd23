import { expect, test } from '@jest/globals';
import { PublicError } from '@souk/kit/domain';
import fc from 'fast-check';
import { nobody } from '../identity/identity.js';
import { unavailable } from '../subgraphs/subgraph-errors.js';
import type { FedEvent } from './nats-fed-fields.js';
import { SequencedTopic, type SequencedTopicParts } from './sequenced-topic.js';
import type { Listener } from './topic.js';

const context = { identity: nobody, requestId: 'r' };

function event(sequence: number, isLast = false): FedEvent {
  return { sequence, isLast, tells: {} };
}

function aListener() {
  const heard: unknown[] = [];
  const listener: Listener & { heard: unknown[] } = {
    context,
    heard,
    next: (json) => heard.push(Number(json)),
    end: () => heard.push('end'),
    fail: (error) => heard.push((error as Error).message),
  };
  return listener;
}

/** A topic of things that happened up to `happened.count`, of which `last` is the last there will ever be. */
function open({ last = Number.POSITIVE_INFINITY, ...parts }: Partial<SequencedTopicParts> & { last?: number } = {}) {
  const happened = { count: 0, readings: 0, isListenedTo: false };
  const topic = new SequencedTopic({
    listen: () => {
      happened.isListenedTo = true;
      return () => {
        happened.isListenedTo = false;
      };
    },
    readHistory: async () => {
      happened.readings += 1;
      return Array.from({ length: happened.count }, (_item, index) => event(index + 1, index + 1 === last));
    },
    resolve: async ({ sequence }) => String(sequence),
    onOver: () => undefined,
    ...parts,
  });
  return { happened, topic };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

function numbers(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_item, index) => from + index);
}

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('happen' as const), isHeard: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('repeat' as const), sequence: fc.integer({ min: 1, max: 12 }) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('join' as const), after: fc.integer({ min: 0, max: 14 }) }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'pause' as const }) },
);

test('whatever is heard, and in whatever order, each listener hears every number once, in order', async () => {
  const property = fc.asyncProperty(fc.array(step, { maxLength: 40 }), fc.scheduler(), async (steps, scheduler) => {
    const resolve = scheduler.scheduleFunction(async ({ sequence }: FedEvent) => String(sequence));
    const { happened, topic } = open({ resolve });
    const listeners: { after: number; listener: ReturnType<typeof aListener> }[] = [];
    const join = (after: number) => {
      const listener = aListener();
      listeners.push({ after, listener });
      topic.join(listener, after);
    };
    join(0);
    for (const each of steps) {
      if (each.kind === 'join') join(each.after);
      else if (each.kind === 'pause') await scheduler.waitFor(settled());
      else if (each.kind === 'repeat') {
        if (each.sequence <= happened.count) topic.hear(event(each.sequence));
      } else {
        happened.count += 1;
        if (each.isHeard) topic.hear(event(happened.count));
      }
    }
    topic.doubt();
    await scheduler.waitFor(settled());
    for (let round = 0; round < 5; round += 1) await scheduler.waitFor(settled());
    for (const { after, listener } of listeners) expect(listener.heard).toEqual(numbers(after + 1, happened.count));
  });
  await fc.assert(property, { numRuns: 300 });
});

test('who joins at the same moment shares one reading', async () => {
  const { happened, topic } = open();
  happened.count = 3;
  const listeners = [0, 1, 2].map((after) => {
    const listener = aListener();
    topic.join(listener, after);
    return listener;
  });
  await settled();
  expect(listeners.map(({ heard }) => heard)).toEqual([[1, 2, 3], [2, 3], [3]]);
  expect(happened.readings).toBe(1);
});

test('the last number ends it for all, those included who claim to know more', async () => {
  const { happened, topic } = open({ last: 2 });
  happened.count = 1;
  const [one, ahead] = [aListener(), aListener()];
  topic.join(one, 0);
  topic.join(ahead, 9);
  await settled();
  expect(happened.isListenedTo).toBe(true);
  topic.hear(event(2, true));
  await settled();
  expect([one.heard, ahead.heard]).toEqual([[1, 2, 'end'], ['end']]);
  expect(happened.isListenedTo).toBe(false);
});

test('when the last one leaves, nobody is listened to any more', async () => {
  const { happened, topic } = open();
  const listener = aListener();
  topic.join(listener, 0);
  topic.leave(listener);
  await settled();
  expect(happened.isListenedTo).toBe(false);
  topic.hear(event(1));
  await settled();
  expect(listener.heard).toEqual([]);
});

test('a history that is refused ends it for all', async () => {
  const { topic } = open({ readHistory: () => Promise.reject(new PublicError('NOT_FOUND', 'No such order.')) });
  const [one, other] = [aListener(), aListener()];
  topic.join(one, 0);
  topic.join(other, 3);
  await settled();
  expect([one.heard, other.heard]).toEqual([['No such order.'], ['No such order.']]);
});

test('a history that cannot be read for a while does not end what goes on', async () => {
  let failures = 0;
  const { topic } = open({
    readHistory: async () => {
      if (failures-- > 0) throw unavailable();
      return [event(1), event(2)];
    },
  });
  const listener = aListener();
  topic.join(listener, 0);
  await settled();
  failures = 1;
  topic.hear(event(4));
  topic.doubt();
  topic.hear(event(3));
  await new Promise((resolve) => setTimeout(resolve, 1_200));
  expect(listener.heard).toEqual([1, 2, 3, 4]);
});
