import { expect, test } from '@jest/globals';
import { Turns } from './turns.js';

test('so many run at a time, the others follow in their order, and a failure lets the next one go on', async () => {
  const turns = new Turns(2);
  const running: number[] = [];
  const ends = [0, 1, 2, 3].map(() => Promise.withResolvers<void>());
  const works = ends.map(({ promise }, index) =>
    turns.take(() => {
      running.push(index);
      return promise;
    }),
  );
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  await settled();
  expect(running).toEqual([0, 1]);
  ends[1]?.reject(new Error('broken'));
  await expect(works[1]).rejects.toThrow('broken');
  await settled();
  expect(running).toEqual([0, 1, 2]);
  for (const { resolve } of ends) resolve();
  await Promise.all([works[0], works[2], works[3]]);
  expect(running).toEqual([0, 1, 2, 3]);
});
