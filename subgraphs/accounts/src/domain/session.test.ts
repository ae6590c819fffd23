import { expect, test } from '@jest/globals';
import { newId, takeRecordedEvents } from '@souk/kit/domain';
import { Session } from './session.js';

const opened = new Date('2026-01-02T03:04:05Z');
const later = (ms: number) => new Date(opened.getTime() + ms);
const day = 24 * 60 * 60 * 1_000;

function aSession(kind: 'ACCOUNT' | 'GUEST' = 'ACCOUNT'): Session {
  return Session.open({ id: newId(), kind, ownerId: newId(), guestId: null }, 'first', opened);
}

test('the newest token of a session is the current one', () => {
  const session = aSession();
  session.rotate({ hash: 'second', sealed: 'sealed' }, later(1_000));
  expect(session.present('second', later(2_000))).toBe('CURRENT');
});

test('a token that was used within the last ten seconds is forgiven, because two tabs may refresh at once', () => {
  const session = aSession();
  session.rotate({ hash: 'second', sealed: 'sealed' }, later(1_000));
  expect(session.present('first', later(11_000))).toBe('JUST_USED');
  expect(session.revokedAt).toBeNull();
});

test('a used token that comes back later ends the session and says so', () => {
  const session = aSession();
  session.rotate({ hash: 'second', sealed: 'sealed' }, later(1_000));
  expect(session.present('first', later(11_001))).toBe('INVALID');
  expect(takeRecordedEvents(session)).toEqual([{ type: 'SessionRevoked', session, reason: 'TOKEN_REUSED' }]);
  expect(session.present('second', later(12_000))).toBe('INVALID');
});

test('use prolongs a session by seven days, but never beyond thirty in all', () => {
  const session = aSession();
  session.rotate({ hash: 'second', sealed: 'sealed' }, later(6 * day));
  expect(session.expiresAt).toEqual(later(13 * day));
  session.rotate({ hash: 'third', sealed: 'sealed' }, later(28 * day));
  expect(session.expiresAt).toEqual(later(30 * day));
});

test("a guest's session is over after a day, however much it is used", () => {
  const session = aSession('GUEST');
  session.rotate({ hash: 'second', sealed: 'sealed' }, later(day - 1));
  expect(session.present('second', later(day))).toBe('INVALID');
});

test('ending a session twice tells it once', () => {
  const session = aSession();
  session.revoke('SIGNED_OUT', later(1));
  session.revoke('RIGHTS_CHANGED', later(2));
  expect(takeRecordedEvents(session)).toHaveLength(1);
});
