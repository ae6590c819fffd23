import { expect, test } from '@jest/globals';
import { newId, takeRecordedEvents } from '@souk/kit/domain';
import { aReservation, heldAt, inTime, tooLate } from '../../test/builders/a-reservation.js';
import { ReservationTransitionError } from './reservation.errors.js';
import { Reservation } from './reservation.js';
import { type ReservationStatus, reservationStatuses, reservationTransitions } from './reservation-status.js';

const steps = {
  CONFIRMED: (reservation: Reservation) => reservation.confirm(inTime),
  RELEASED: (reservation: Reservation) => reservation.release(),
  EXPIRED: (reservation: Reservation) => reservation.expire(),
  SHIPPED: (reservation: Reservation) => reservation.ship(),
};
type Step = keyof typeof steps;

/** What is asked of a reservation that has been there already, or is past it: it stays as it is and says so again. */
const repeated: [ReservationStatus, Step][] = [
  ['CONFIRMED', 'CONFIRMED'],
  ['SHIPPED', 'CONFIRMED'],
  ['EXPIRED', 'CONFIRMED'],
  ['EXPIRED', 'EXPIRED'],
  ['EXPIRED', 'RELEASED'],
  ['RELEASED', 'RELEASED'],
  ['REJECTED', 'RELEASED'],
];

const pairs = reservationStatuses.flatMap((from) => (Object.keys(steps) as Step[]).map((to) => [from, to] as const));
const isIn = (list: readonly (readonly [ReservationStatus, Step])[], from: ReservationStatus, to: Step) =>
  list.some(([left, right]) => left === from && right === to);
const legal = pairs.filter(([from, to]) => reservationTransitions[from].includes(to));
const forbidden = pairs.filter(([from, to]) => !isIn(legal, from, to) && !isIn(repeated, from, to));

test.each(legal)('a reservation that is %s may become %s', (from, to) => {
  const reservation = aReservation(from);
  steps[to](reservation);
  expect(reservation.status).toBe(to);
});

test.each(forbidden)('a reservation that is %s cannot become %s', (from, to) => {
  const reservation = aReservation(from);
  expect(() => steps[to](reservation)).toThrow(ReservationTransitionError);
  expect(reservation.status).toBe(from);
  expect(takeRecordedEvents(reservation)).toEqual([]);
});

test.each(repeated)('a reservation that is %s stays so when %s is asked of it, and answers', (from, to) => {
  const reservation = aReservation(from);
  steps[to](reservation);
  expect(reservation.status).toBe(from);
  expect(takeRecordedEvents(reservation)).toHaveLength(1);
});

test('stock is held for a quarter of an hour', () => {
  const reservation = Reservation.hold(newId(), heldAt);
  expect(reservation.expiresAt).toEqual(tooLate);
  expect(takeRecordedEvents(reservation)).toEqual([{ type: 'ReservationHeld', reservation, expiresAt: tooLate }]);
});

test('a hold whose time is over expires when it is to be confirmed', () => {
  const reservation = aReservation('HELD');
  reservation.confirm(tooLate);
  expect(reservation.status).toBe('EXPIRED');
  expect(takeRecordedEvents(reservation)).toEqual([{ type: 'ReservationExpired', reservation }]);
});

test('what was confirmed in time stays confirmed when it is asked for again too late', () => {
  const reservation = aReservation('CONFIRMED');
  reservation.confirm(tooLate);
  expect(takeRecordedEvents(reservation)).toEqual([{ type: 'ReservationConfirmed', reservation }]);
});

test('an expired reservation that is let go says that nothing is held', () => {
  const reservation = aReservation('EXPIRED');
  reservation.release();
  expect(takeRecordedEvents(reservation)).toEqual([{ type: 'ReservationReleased', reservation }]);
});

test('a cancellation that comes first leaves a reservation behind that will never hold anything', () => {
  const reservation = Reservation.forestall(newId());
  expect(reservation.holdsStock).toBe(false);
  expect(takeRecordedEvents(reservation)).toEqual([{ type: 'ReservationReleased', reservation }]);
});

test.each(reservationStatuses)('whether a reservation that is %s holds stock', (status) => {
  expect(aReservation(status).holdsStock).toBe(status === 'HELD' || status === 'CONFIRMED');
});
