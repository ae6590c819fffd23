import { expect, test } from '@jest/globals';
import { Random } from '../random.js';
import { planTrip, planTripInRush } from './trip-plan.js';

const thousand = (seed: string) => {
  const random = new Random(seed);
  return Array.from({ length: 1_000 }, () => planTrip(random));
};

test('the same seed gives the same trips', () => {
  expect(thousand('7')).toEqual(thousand('7'));
  expect(thousand('7')).not.toEqual(thousand('8'));
});

test('among a thousand trips there is everything that people do', () => {
  const trips = thousand('all');
  const found = (choose: (trip: (typeof trips)[number]) => unknown) => new Set(trips.map(choose));
  expect(found(({ orderManner }) => orderManner)).toEqual(new Set(['CALM', 'DOUBLE', 'IMPATIENT', 'ABSENT']));
  expect(found(({ cartManner }) => cartManner)).toEqual(new Set(['CALM', 'DOUBLE', 'IMPATIENT']));
  expect(found(({ changesMind }) => changesMind)).toEqual(new Set(['NO', 'CHANGES', 'REMOVES', 'CLEARS']));
  expect(found(({ bankVisit }) => bankVisit)).toEqual(new Set(['APPROVE', 'REFUSE', 'NEVER']));
  expect(found(({ watchers }) => watchers)).toEqual(new Set([0, 1, 2]));
  expect(found(({ reusesKey }) => reusesKey)).toEqual(new Set([true, false]));
  expect(found(({ cancelsAfterMs }) => cancelsAfterMs !== null)).toEqual(new Set([true, false]));
});

test('whoever comes in a rush wants all that everybody wants, and stays with it', () => {
  const random = new Random('rush');
  const trips = Array.from({ length: 100 }, () => planTripInRush(random));
  for (const trip of trips) expect(trip).toMatchObject({ linesToAdd: 'ALL', changesMind: 'NO' });
});

test('most trips are made to buy', () => {
  const good = thousand('good').filter(({ paymentToken }) => /visa$|mastercard$/.test(paymentToken));
  expect(good.length).toBeGreaterThan(800);
});
