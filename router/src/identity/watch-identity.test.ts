import { expect, jest, test } from '@jest/globals';
import { eventually } from '@souk/kit/testing';
import { nobody } from './identity.js';
import { RevokedSessions } from './revoked-sessions.js';
import { createIdentityWatch } from './watch-identity.js';

const caller = { kind: 'customer' as const, roles: [], scopes: [], sessionId: 'session-1' };

function watch(expiresInMs: number, revoked = new RevokedSessions()) {
  const onOver = jest.fn();
  const stop = createIdentityWatch(revoked)({ caller, expiresAtMs: Date.now() + expiresInMs }, onOver);
  return { revoked, onOver, stop };
}

test('it is over when the token expires', async () => {
  const { onOver } = watch(20);
  expect(onOver).not.toHaveBeenCalled();
  await eventually(() => expect(onOver).toHaveBeenCalledTimes(1));
});

test('it is over when the session is revoked, also when that was just before', async () => {
  const { revoked, onOver, stop } = watch(60_000);
  revoked.add('session-1', new Date());
  expect(onOver).toHaveBeenCalledTimes(1);
  stop();
  const late = watch(60_000, revoked);
  await eventually(() => expect(late.onOver).toHaveBeenCalled());
});

test('who stops watching is not told', () => {
  const { revoked, onOver, stop } = watch(60_000);
  stop();
  revoked.add('session-1', new Date());
  expect(onOver).not.toHaveBeenCalled();
});

test('nobody is nobody for ever', () => {
  const stop = createIdentityWatch(new RevokedSessions())(nobody, () => undefined);
  expect(stop()).toBeUndefined();
});
