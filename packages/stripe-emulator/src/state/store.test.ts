import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Store } from './store.js';
import type { Change } from './tables.js';

const now = new Date('2026-11-02T10:00:00Z');
let directory: string;
let journal: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'stripe-emulator-'));
  journal = join(directory, 'journal.ndjson');
});
afterEach(() => rmSync(directory, { recursive: true }));

function delivery(id: string, attempts = 0): Change {
  return { table: 'deliveries', id, value: { id, attempts, dueAt: 0 } };
}

test('a store opened again knows what the one before it kept, without that one being closed', () => {
  Store.open(directory, now).commit([delivery('one'), delivery('two')]);
  const store = Store.open(directory, now);
  expect(store.all('deliveries').map(({ id }) => id)).toEqual(['one', 'two']);
});

test('a line that a crash cut short never happened', () => {
  Store.open(directory, now).commit([delivery('one')]);
  appendFileSync(journal, JSON.stringify([delivery('two')]).slice(0, -4));
  const store = Store.open(directory, now);
  store.commit([delivery('three')]);
  expect(
    Store.open(directory, now)
      .all('deliveries')
      .map(({ id }) => id),
  ).toEqual(['one', 'three']);
});

test('a damaged line in the middle is an error, not a silent loss', () => {
  writeFileSync(journal, `nonsense\n${JSON.stringify([delivery('one')])}\n`);
  expect(() => Store.open(directory, now)).toThrow(SyntaxError);
});

test('opening shortens the journal to what is still true', () => {
  const store = Store.open(directory, now);
  for (let attempts = 0; attempts < 50; attempts += 1) store.commit([delivery('one', attempts)]);
  store.commit([delivery('two')]);
  store.commit([{ table: 'deliveries', id: 'two', value: null }]);
  store.close();
  expect(Store.open(directory, now).find('deliveries', 'one')).toMatchObject({ attempts: 49 });
  expect(readFileSync(journal, 'utf8').trim().split('\n')).toHaveLength(1);
});

test('opening forgets answers whose idempotency keys are older than a day', () => {
  const answer = (id: string, savedAt: number): Change => ({
    table: 'answers',
    id,
    value: { id, savedAt, fingerprint: 'f', status: 200, body: {}, requestId: 'req_1' },
  });
  const dayAgo = now.getTime() - 24 * 60 * 60_000;
  Store.open(directory, now).commit([answer('old', dayAgo - 1), answer('fresh', dayAgo)]);
  expect(
    Store.open(directory, now)
      .all('answers')
      .map(({ id }) => id),
  ).toEqual(['fresh']);
});
