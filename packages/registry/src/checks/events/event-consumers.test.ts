import { expect, test } from '@jest/globals';
import { aChange, anEvent, paidV1, paidV2 } from '../../../test/builders/an-event.js';
import { checkConsumers } from './event-consumers.js';

const of = (...consumers: string[]) => [anEvent({ consumers })];
const subscriptions = { orders: [], shipping: [paidV1] };

test.each([
  ['a consumer that takes the event', of('shipping'), []],
  ['a consumer that does not', of('shipping', 'orders'), ['EVENT_CONSUMER_DEAF']],
  ['a consumer that is nobody', of('shipping', 'ware'), ['EVENT_CONSUMER_UNKNOWN']],
  ['somebody who takes it unnamed', of(), ['EVENT_CONSUMER_UNNAMED']],
  ['somebody who takes what is not declared', [], ['EVENT_UNKNOWN']],
])('%s', (_what, events, expected) => {
  const found = checkConsumers(aChange([], events, { subscriptions }));
  expect(found.map(({ code }) => code)).toEqual(expected);
  for (const { level, coordinate, fix } of found)
    expect([level, coordinate, fix]).toEqual(['error', paidV1, expect.stringMatching(/\.$/)]);
});

test('a version that was removed is no unknown event', () => {
  expect(checkConsumers(aChange(of('shipping'), [], { subscriptions }))).toEqual([]);
});

test('what the router should take is named where it says so', () => {
  const [deaf] = checkConsumers(aChange([], of('router'), { subscriptions: { router: [] } }));
  expect(deaf?.fix).toContain('(router/src/events/listens-to.ts)');
});

test('a consumer of two versions at once is warned at the older one', () => {
  const events = [...of('shipping'), anEvent({ type: paidV2, consumers: ['shipping'] })];
  expect(checkConsumers(aChange([], events, { subscriptions: { shipping: [paidV1, paidV2] } }))).toMatchObject([
    { level: 'warning', code: 'EVENT_TAKEN_TWICE', coordinate: paidV1, message: expect.stringContaining(paidV2) },
  ]);
});
