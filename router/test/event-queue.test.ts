import { expect, jest, test } from '@jest/globals';
import { EventQueue } from './event-queue.js';

function open(limit = 3) {
  const onOverflow = jest.fn();
  const onOver = jest.fn();
  return { queue: new EventQueue<string>({ limit, onOverflow, onOver }), onOverflow, onOver };
}

const done = { value: undefined, done: true };

test('items are read in their order, those that wait and those that come', async () => {
  const { queue } = open();
  queue.push('a');
  queue.push('b');
  expect([await queue.next(), await queue.next()].map(({ value }) => value)).toEqual(['a', 'b']);
  const next = queue.next();
  queue.push('c');
  expect(await next).toEqual({ value: 'c', done: false });
});

test('at its end, what waits is still read', async () => {
  const { queue, onOver } = open();
  queue.push('a');
  queue.end();
  queue.push('too late');
  expect(await queue.next()).toEqual({ value: 'a', done: false });
  expect(await queue.next()).toEqual(done);
  expect(onOver).toHaveBeenCalledTimes(1);
});

test('a failure comes after what waits, once', async () => {
  const { queue } = open();
  queue.push('a');
  queue.fail(new Error('broken'));
  expect(await queue.next()).toEqual({ value: 'a', done: false });
  await expect(queue.next()).rejects.toThrow('broken');
  expect(await queue.next()).toEqual(done);
});

test('leaving ends it at once, even while the next item is awaited', async () => {
  const { queue, onOver } = open();
  const next = queue.next();
  await queue.return();
  expect(await next).toEqual(done);
  expect(queue.isAbandoned).toBe(true);
  expect(onOver).toHaveBeenCalledTimes(1);
});

test('a reader that is too slow is told so once, and gets nothing more', async () => {
  const { queue, onOverflow, onOver } = open(2);
  for (const item of ['a', 'b', 'c', 'd']) queue.push(item);
  expect(onOverflow).toHaveBeenCalledTimes(1);
  expect(onOver).toHaveBeenCalledTimes(1);
  expect(await queue.next()).toEqual(done);
});
