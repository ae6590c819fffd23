import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Journal } from './journal.js';
import { readJournal } from './read-journal.js';
import { refusalsOf, resultsOf, wishesOf } from './wishes.js';

let folder: string;
let path: string;
let journal: Journal;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'souk-journal-'));
  path = join(folder, 'journal.jsonl');
  journal = await Journal.create(path);
});
afterEach(() => rm(folder, { recursive: true }));

const request = (wish = 'w1', content: object = {}) =>
  journal.request({ wish, person: 'ann', operation: 'placeOrder', key: 'k', content });
const answer = (number: number, outcome: 'ACKNOWLEDGED' | 'REFUSED' | 'UNKNOWN', more: object = {}) =>
  journal.answer({ request: number, outcome, code: null, tookMs: 1, ...more });
const wishes = async () => wishesOf(await readJournal(path));

test('a request is on the disk when its writer goes on', async () => {
  const id = await request('w1', { quoteId: 'q' });
  const [line] = (await readFile(path, 'utf8')).split('\n');
  expect(JSON.parse(line!)).toMatchObject({ kind: 'request', id, wish: 'w1', content: { quoteId: 'q' } });
  await journal.close();
});

test('many entries at once are all kept, each once, in their order', async () => {
  const ids = await Promise.all(Array.from({ length: 500 }, (_, index) => request(`w${index}`)));
  await journal.close();
  expect(ids).toEqual(Array.from({ length: 500 }, (_, index) => index + 1));
  expect((await wishes()).map(({ id }) => id)).toEqual(ids.map((id) => `w${id - 1}`));
});

test('what was not yet written when the journal is closed is written first', async () => {
  const writing = [request(), journal.watch({ watcher: 'w', orderId: 'o', event: 'opened', sequence: 0 })];
  await journal.close();
  await Promise.all(writing);
  expect(await readJournal(path)).toHaveLength(2);
});

test('a line cut short by a death is left out; a broken line before it is an error', async () => {
  await request();
  await journal.close();
  await appendFile(path, '{"kind":"answer","req');
  expect(await readJournal(path)).toHaveLength(1);
  await appendFile(path, '\n');
  await expect(readJournal(path)).rejects.toThrow(SyntaxError);
});

test('a run writes into no other run', async () => {
  await journal.close();
  await expect(Journal.create(path)).rejects.toThrow('EEXIST');
});

test.each([
  ['acknowledged once is acknowledged, whatever else was said', ['UNKNOWN', 'ACKNOWLEDGED', 'REFUSED'], 'ACKNOWLEDGED'],
  ['refused each time is refused', ['REFUSED', 'REFUSED'], 'REFUSED'],
  ['refused after an answer that was lost is unknown', ['UNKNOWN', 'REFUSED'], 'UNKNOWN'],
] as const)('%s', async (_what, outcomes, fate) => {
  for (const outcome of outcomes) await answer(await request(), outcome);
  await journal.close();
  expect((await wishes()).map((wish) => wish.fate)).toEqual([fate]);
});

test('a request whose sender died before the answer is unknown', async () => {
  await request();
  await journal.close();
  expect((await wishes())[0]).toMatchObject({ fate: 'UNKNOWN', sendings: [{ answer: undefined }] });
});

test('what was given and what was refused can be looked at', async () => {
  await answer(await request(), 'ACKNOWLEDGED', { result: { id: 'o1' } });
  await answer(await request(), 'REFUSED', { code: 'QUOTE_EXPIRED' });
  await journal.close();
  const [wish] = await wishes();
  expect(resultsOf(wish!)).toEqual([{ id: 'o1' }]);
  expect(refusalsOf(wish!)).toEqual(['QUOTE_EXPIRED']);
});
