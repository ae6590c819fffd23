import { expect, test } from '@jest/globals';
import { entriesOf } from '../../test/journal.js';
import type { JournalEntry, Outcome } from '../journal/entry.js';
import { wishesOf } from '../journal/wishes.js';
import { nothingOnPurpose, type RunRecord } from '../run-record.js';
import type { Scene } from './invariant.js';
import { recoversInTime } from './recovers-in-time.js';

const healed = 1_000_000;
const times = { startedAt: 0, faultsEndedAt: healed, loadEndedAt: healed + 30_000, quietAt: healed + 50_000 };

const asked = (at: number, outcome: Outcome): JournalEntry[] =>
  entriesOf({ key: `${at}`, operation: 'placeOrder', content: {}, outcomes: [outcome], at });

function check(journal: JournalEntry[], record: Partial<RunRecord> = {}) {
  const scene = {
    wishes: wishesOf(journal),
    record: { ...times, ...nothingOnPurpose(), ...record },
  };
  return recoversInTime.check(scene as unknown as Scene);
}

async function sentences(journal: JournalEntry[], record: Partial<RunRecord> = {}) {
  return (await check(journal, record)).breaches.map(({ sentence }) => sentence);
}

test('an order soon after the last fault, and rest soon after the load, hold', async () => {
  const journal = [...asked(healed + 1_000, 'UNKNOWN'), ...asked(healed + 9_000, 'ACKNOWLEDGED')];
  const { breaches, looked, remarks, figures } = await check(journal);
  expect(breaches).toEqual([]);
  expect(looked).toEqual({ 'orders asked for after the last fault': 2 });
  expect(remarks).toEqual(['First order after 9.0 s, rest after 20.0 s.']);
  expect(figures).toEqual({ firstOrderMs: 9_000, restMs: 20_000 });
});

test('a first order that comes late is found', async () => {
  const late = asked(healed + 16_000, 'ACKNOWLEDGED');
  expect(await sentences(late)).toEqual(['The first order after the last fault took 16.0 s.']);
});

test('orders from before the last fault prove nothing', async () => {
  const early = asked(healed - 1, 'ACKNOWLEDGED');
  expect(await sentences(early)).toEqual(['The first order after the last fault took for ever.']);
});

test('a shop that does not come to rest is found', async () => {
  const journal = asked(healed, 'ACKNOWLEDGED');
  const sentence = 'The shop did not come to rest within 60 s.';
  expect(await sentences(journal, { quietAt: null })).toEqual([sentence]);
  expect(await sentences(journal, { quietAt: times.loadEndedAt + 61_000 })).toEqual([sentence]);
});
