import { expect, jest, test } from '@jest/globals';
import { RevokedSessions, revocationMemoryMs } from './revoked-sessions.js';

test('a session is revoked from the moment it was, and no other is', () => {
  const revoked = new RevokedSessions();
  expect(revoked.has('one')).toBe(false);
  revoked.add('one', new Date());
  expect([revoked.has('one'), revoked.has('two'), revoked.has(undefined)]).toEqual([true, false, false]);
});

test('who watches a session learns of its end, until they stop', () => {
  const revoked = new RevokedSessions();
  const [first, second] = [jest.fn(), jest.fn()];
  revoked.onRevoked('one', first);
  revoked.onRevoked('one', second)();
  revoked.add('one', new Date());
  expect(first).toHaveBeenCalledTimes(1);
  expect(second).not.toHaveBeenCalled();
});

test('a session is forgotten when no token of it can be alive', () => {
  const revoked = new RevokedSessions();
  revoked.add('old', new Date(Date.now() - revocationMemoryMs - 1));
  revoked.add('new', new Date());
  expect([revoked.has('old'), revoked.has('new')]).toEqual([false, true]);
});
