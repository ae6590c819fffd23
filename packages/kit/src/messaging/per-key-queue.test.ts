import { expect, test } from '@jest/globals';
import { PerKeyQueue } from './per-key-queue.js';

/** Work that says when it begins, and ends when it is told to. */
class Work {
  readonly begun: string[] = [];
  private readonly ends = new Map<string, () => void>();

  begin = (name: string) => () => {
    this.begun.push(name);
    return new Promise<void>((resolve) => this.ends.set(name, resolve));
  };

  async end(name: string): Promise<void> {
    this.ends.get(name)!();
    await settled();
  }
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test('work for one key runs one after the other, for different keys side by side, and at most so much at once', async () => {
  const queue = new PerKeyQueue(2);
  const work = new Work();
  await queue.add('a', work.begin('a1'));
  await queue.add('a', work.begin('a2'));
  const added = queue.add('b', work.begin('b1'));
  await settled();
  expect(work.begun).toEqual(['a1']);
  await work.end('a1');
  await added;
  expect(work.begun.sort()).toEqual(['a1', 'a2', 'b1']);
});

test('work beside shares its key with its like, after what came before and before what comes after', async () => {
  const queue = new PerKeyQueue(4);
  const work = new Work();
  await queue.add('a', work.begin('first'));
  queue.addBeside('a', work.begin('one'));
  queue.addBeside('a', work.begin('other'));
  await queue.add('a', work.begin('last'));
  await settled();
  expect(work.begun).toEqual(['first']);
  expect(queue.isAwaited('a')).toBe(true);
  await work.end('first');
  expect(work.begun).toEqual(['first', 'one', 'other']);
  await work.end('other');
  expect(work.begun).toHaveLength(3);
  await work.end('one');
  expect(work.begun).toEqual(['first', 'one', 'other', 'last']);
  expect(queue.isAwaited('a')).toBe(false);
});

test('a key is forgotten when all its work is done, and who waits for that waits for work beside, too', async () => {
  const queue = new PerKeyQueue(1);
  const work = new Work();
  queue.addBeside('a', work.begin('beside'));
  await settled();
  let isIdle = false;
  const idle = queue.whenIdle().then(() => {
    isIdle = true;
  });
  await settled();
  expect([queue.isBusy('a'), isIdle]).toEqual([true, false]);
  await work.end('beside');
  await idle;
  expect(queue.isBusy('a')).toBe(false);
});
