import { expect, test } from '@jest/globals';
import { persistently } from './persistently.js';

class Away extends Error {}

const isPassing = (error: unknown) => error instanceof Away;

test('what passes is waited for, and told each time', async () => {
  const told: unknown[] = [];
  let tries = 0;
  const work = async () => {
    tries += 1;
    if (tries < 3) throw new Away();
    return 'done';
  };
  expect(await persistently(work, { isPassing, onFailure: (error) => told.push(error) })).toBe('done');
  expect(told).toHaveLength(2);
});

test('what will not pass is no reason to try again', async () => {
  let tries = 0;
  const work = async () => {
    tries += 1;
    throw new TypeError('a mistake');
  };
  await expect(persistently(work, { isPassing, onFailure: () => undefined })).rejects.toThrow('a mistake');
  expect(tries).toBe(1);
});
