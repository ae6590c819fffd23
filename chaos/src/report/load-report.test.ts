import { expect, test } from '@jest/globals';
import { entriesOf } from '../../test/journal.js';
import type { JournalEntry } from '../journal/entry.js';
import { wishesOf } from '../journal/wishes.js';
import { LoadFigures } from '../people/load-figures.js';
import { reportLoad } from './load-report.js';

function report(...entries: JournalEntry[]) {
  const figures = new LoadFigures();
  figures.tripsBegun = 3;
  figures.placeOrderMs.push(10, 20, 30);
  figures.count('TIMEOUT');
  return reportLoad(figures, wishesOf(entries), { seconds: 2, wantedPerSecond: 5 });
}

/** One sending at a time; its answer comes at once. */
const sent = (wish: string, at: number, outcome: 'ACKNOWLEDGED' | 'UNKNOWN') =>
  entriesOf({
    wish,
    key: wish,
    operation: 'placeOrder',
    content: {},
    outcomes: [outcome],
    result: { order: { id: wish } },
    at,
  });

test('an order counts once, however often it was acknowledged', () => {
  const load = report(...sent('a', 0, 'ACKNOWLEDGED'), ...sent('a', 5, 'ACKNOWLEDGED'), ...sent('b', 0, 'UNKNOWN'));
  expect(load).toMatchObject({ ordersPlaced: 1, reachedPerSecond: 0.5, tripsBegun: 3, codes: { TIMEOUT: 1 } });
  expect(load.placeOrder).toMatchObject({ count: 3, p50: 20 });
  expect(load.wishes).toEqual({ placeOrder: { wanted: 2, sent: 3, unknown: 1 } });
});

test('who asks again waits from the first time; who walked away does not count', () => {
  const waiting = [...sent('a', 1_000, 'UNKNOWN'), ...sent('a', 4_000, 'ACKNOWLEDGED')];
  const absent = [...sent('b', 0, 'UNKNOWN'), ...sent('b', 90_000, 'ACKNOWLEDGED')];
  expect(report(...waiting, ...absent).untilPlaced).toMatchObject({ count: 1, max: 3_000 });
});
