import { expect, test } from '@jest/globals';
import { aChange, anEvent, paidV1, paidV2 } from '../../../test/builders/an-event.js';
import { checkVersions } from './event-versions.js';
import type { EventsContext } from './events-context.js';

const [v1, v2, v3] = [anEvent(), anEvent({ type: paidV2 }), anEvent({ type: 'orders.order.paid.v3' })];
const needed = anEvent({ consumers: ['shipping'] });
const announcedFor = (day: string) => anEvent({ description: `Deprecated. Use v2. Removal: ${day}. Paid.` });

/** Each finding as `level CODE coordinate`. */
const found = (change: EventsContext) =>
  checkVersions(change).map(({ level, code, coordinate }) => `${level} ${code} ${coordinate}`);

test.each<[string, EventsContext, string[]]>([
  ['an event that is new', aChange([], [v1]), [`note EVENT_ADDED ${paidV1}`]],
  ['a second version beside the first', aChange([v1], [v1, v2]), [`note EVENT_ADDED ${paidV2}`]],
  [
    'both versions of an event at once',
    aChange([], [v1, v2]),
    [`note EVENT_ADDED ${paidV1}`, `note EVENT_ADDED ${paidV2}`],
  ],
  ['a third without a second', aChange([v1], [v1, v3]), ['error EVENT_VERSION_SKIPPED orders.order.paid.v3']],
  ['a second without a first', aChange([], [v2]), [`error EVENT_VERSION_SKIPPED ${paidV2}`]],
  ['a second long after the first', aChange([v2], [v2]), []],
  ['a version that somebody is named for is gone', aChange([needed], []), [`error EVENT_REMOVED ${paidV1}`]],
  [
    'a version that somebody handles is gone',
    aChange([v1], [], { subscriptions: { cart: [paidV1] } }),
    [`error EVENT_REMOVED ${paidV1}`],
  ],
  ['a version is gone unannounced', aChange([v1], []), [`error EVENT_REMOVED ${paidV1}`]],
  ['a version is gone too early', aChange([announcedFor('2026-06-01')], []), [`error EVENT_REMOVED ${paidV1}`]],
  ['a version is gone after its day', aChange([announcedFor('2026-05-31')], []), [`note EVENT_REMOVED ${paidV1}`]],
  [
    'a second in place of a first that is needed',
    aChange([needed], [v2]),
    [`error EVENT_REMOVED ${paidV1}`, `note EVENT_ADDED ${paidV2}`],
  ],
  [
    'a consumer that is left behind',
    aChange([needed], [needed, v2]),
    [`note EVENT_ADDED ${paidV2}`, `note EVENT_CONSUMER_LEFT_BEHIND ${paidV1}`],
  ],
  [
    'a consumer that has moved on',
    aChange([needed], [v1, { ...v2, consumers: ['shipping'] }]),
    [`note EVENT_ADDED ${paidV2}`],
  ],
])('%s', (_what, change, expected) => expect(found(change)).toEqual(expected));

test('whoever relied on a version that is gone is named, and how it may go', () => {
  expect(checkVersions(aChange([needed], []))).toMatchObject([
    {
      message: 'The version is gone, and shipping relied on it.',
      fix: `Put ${paidV1} back until shipping can do without it, and its contract names no consumer.`,
    },
  ]);
  const [{ fix } = {}] = checkVersions(aChange([v1], []));
  expect(fix).toContain('begin its description with “Deprecated. Use <what>. Removal: YYYY-MM-DD.”');
});

test('whoever is left behind is named, and what they could take', () => {
  expect(checkVersions(aChange([needed, v2], [needed, v2]))).toMatchObject([
    { message: `Only this version is taken by shipping, and ${paidV2} stands beside it.` },
  ]);
});
