import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { anOutcome } from '../../../test/outcomes.js';
import type { Progress } from '../../report/progress.js';
import type { ChaosOutcome } from '../../run/chaos-outcome.js';
import type { Task } from '../parts/part.js';
import { runs } from '../parts/runs.js';
import { type Keeping, measurePart } from './measure-part.js';
import { Results } from './results.js';

const source = { commit: '0123456789', changes: null };
const progress = { note: () => undefined } as unknown as Progress;

let folder: string;
let measured: string[];
let stopping: AbortController;
const failing = new Set<string>();

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'souk-reliability-'));
  measured = [];
  stopping = new AbortController();
  failing.clear();
});
afterEach(() => rmSync(folder, { recursive: true }));

function taskOf(seed: number, minutes = 1.5): Task<ChaosOutcome> {
  const id = `seed-${seed}`;
  return {
    id,
    size: { seed, minutes },
    measure: async () => {
      measured.push(id);
      if (failing.has(id)) throw new Error('No order was placed within 60 s.');
      return { result: anOutcome(), servers: 'PostgreSQL 18.4' };
    },
  };
}

function measure(tasks: Task<ChaosOutcome>[], told: Partial<Keeping> = {}): Promise<void> {
  const results = new Results(folder);
  return measurePart(runs, tasks, { results, source, isAgain: false, progress, signal: stopping.signal, ...told });
}

const kept = () => new Results(folder).findings().runs;

test('what is kept of the same commit and size is not measured again', async () => {
  await measure([taskOf(1), taskOf(2)]);
  await measure([taskOf(1), taskOf(2), taskOf(3)]);
  expect(measured).toEqual(['seed-1', 'seed-2', 'seed-3']);
  expect(kept()).toMatchObject({ asked: 3, failures: [] });
  expect(kept()?.done.map(({ task }) => task)).toEqual(['seed-1', 'seed-2', 'seed-3']);
});

test.each([
  ['another commit', { source: { commit: 'fedcba9876', changes: null } }],
  ['changes that are in no commit', { source: { ...source, changes: 'abcd1234' } }],
  ['the wish to measure again', { isAgain: true }],
])('%s: it is measured anew', async (_what, told) => {
  await measure([taskOf(1)]);
  await measure([taskOf(1)], told);
  expect(measured).toEqual(['seed-1', 'seed-1']);
});

test('a small trial does not replace what was measured in full', async () => {
  await measure([taskOf(1)]);
  await measure([taskOf(1, 0.2)]);
  expect(kept()?.done.map(({ size }) => size['minutes'])).toEqual([0.2]);
  await measure([taskOf(1)]);
  expect(kept()?.done.map(({ size }) => size['minutes'])).toEqual([1.5]);
  expect(measured).toHaveLength(2);
});

test('a try without a result is made again the next time, and stays on record', async () => {
  failing.add('seed-1');
  await measure([taskOf(1), taskOf(2)]);
  expect(kept()).toMatchObject({
    asked: 2,
    failures: [{ task: 'seed-1', message: 'No order was placed within 60 s.' }],
  });
  expect(kept()?.done.map(({ task }) => task)).toEqual(['seed-2']);
  failing.clear();
  await measure([taskOf(1), taskOf(2)]);
  expect(measured).toEqual(['seed-1', 'seed-2', 'seed-1']);
  expect(kept()?.done).toHaveLength(2);
  expect(kept()?.failures).toHaveLength(1);
});

test('whoever is stopped keeps what was measured, and a stop is no failure', async () => {
  const stopped: Task<ChaosOutcome> = {
    ...taskOf(2),
    measure: async () => {
      stopping.abort(new Error('Stopped.'));
      throw new Error('It ended with 130 and said nothing.');
    },
  };
  await expect(measure([taskOf(1), stopped, taskOf(3)])).rejects.toThrow('Stopped.');
  expect(kept()).toMatchObject({ asked: 3, failures: [] });
  expect(kept()?.done.map(({ task }) => task)).toEqual(['seed-1']);
});
