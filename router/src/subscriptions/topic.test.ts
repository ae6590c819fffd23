import { expect, jest, test } from '@jest/globals';
import { nobody } from '../identity/identity.js';
import type { EventSink } from './event-sink.js';
import { type Listener, Topic, type TopicParts } from './topic.js';

const context = { identity: nobody, requestId: 'r' };

/** A topic of numbers, with one listener, whose source is open. */
async function open(parts: Partial<TopicParts<number>> = {}) {
  const close = jest.fn();
  const onOver = jest.fn();
  const topic = new Topic<number>({
    open: async () => close,
    resolve: async (event) => String(event),
    onOver,
    ...parts,
  });
  const listener = aListener();
  topic.join(listener);
  await settled();
  return { topic, listener, close, onOver };
}

function aListener() {
  const heard: unknown[] = [];
  const listener: Listener = {
    context,
    next: (json) => heard.push(json),
    end: () => heard.push('end'),
    fail: (error) => heard.push((error as Error).message),
  };
  return { ...listener, heard };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test('results are told in the order of their events, however long each takes', async () => {
  const first = Promise.withResolvers<string>();
  const { topic, listener } = await open({ resolve: async (event) => (event === 1 ? first.promise : String(event)) });
  for (const event of [1, 2, 3]) topic.push(event);
  await settled();
  expect(listener.heard).toEqual([]);
  first.resolve('1');
  await settled();
  expect(listener.heard).toEqual(['1', '2', '3']);
});

test('what came before its end is told, and nothing after it', async () => {
  const { topic, listener, close, onOver } = await open();
  topic.push(1);
  topic.end();
  topic.push(2);
  await settled();
  expect(listener.heard).toEqual(['1', 'end']);
  expect([close, onOver].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
});

test('a result that cannot be made ends it for all', async () => {
  const { topic, listener, close } = await open({ resolve: () => Promise.reject(new Error('broken')) });
  const other = aListener();
  topic.join(other);
  for (const event of [1, 2]) topic.push(event);
  await settled();
  expect([listener.heard, other.heard]).toEqual([['broken'], ['broken']]);
  expect(close).toHaveBeenCalledTimes(1);
});

test('events that come faster than they can be resolved end it instead of filling the memory', async () => {
  const { topic, listener, onOver } = await open({ resolve: () => new Promise(() => undefined) });
  for (let event = 0; event < 110; event += 1) topic.push(event);
  await settled();
  expect(listener.heard).toEqual([expect.stringContaining('not available')]);
  expect(onOver).toHaveBeenCalledTimes(1);
});

test('a source that opens only when nobody listens any more is closed at once', async () => {
  const opening = Promise.withResolvers<() => void>();
  const { topic, listener, onOver } = await open({ open: () => opening.promise });
  topic.leave(listener);
  const close = jest.fn();
  opening.resolve(close);
  await settled();
  expect([close, onOver].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
});

test('a source that cannot be opened is told', async () => {
  const { listener } = await open({ open: (_sink: EventSink<number>) => Promise.reject(new Error('away')) });
  expect(listener.heard).toEqual(['away']);
});
