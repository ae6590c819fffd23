import { beforeAll, expect, test } from '@jest/globals';
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import {
  anonymous,
  type Caller,
  createAssertionSigner,
  createAssertionVerifier,
  hasScopes,
  isAuthenticated,
  ownerIdsOf,
  requireOwnerId,
} from './index.js';

const caller: Caller = { kind: 'customer', id: 'me', roles: ['CUSTOMER'], scopes: ['a', 'b'], guestId: 'before' };
let keys: { publicKey: JWK; privateKey: JWK };

async function newKeys() {
  const pair = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  return { publicKey: await exportJWK(pair.publicKey), privateKey: await exportJWK(pair.privateKey) };
}

beforeAll(async () => {
  keys = await newKeys();
});

test('a subgraph learns from an assertion who is asking, also the second time', async () => {
  const assertion = await (await createAssertionSigner(keys.privateKey))(caller, 'orders');
  const verify = await createAssertionVerifier(keys.publicKey, 'orders');
  expect(await verify(assertion)).toEqual(caller);
  expect(await verify(assertion)).toEqual(caller);
});

test('an assertion for another subgraph, of another key, absent or changed is refused', async () => {
  const sign = await createAssertionSigner(keys.privateKey);
  const foreign = await (await createAssertionSigner((await newKeys()).privateKey))(caller, 'orders');
  const assertion = await sign(caller, 'orders');
  const verify = await createAssertionVerifier(keys.publicKey, 'orders');
  for (const bad of [undefined, '', 'nonsense', foreign, await sign(caller, 'payments'), assertion.slice(0, -4)]) {
    await expect(verify(bad)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  }
});

test('an assertion that is over, or of an unknown issuer, is refused', async () => {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
  const verify = await createAssertionVerifier(await exportJWK(publicKey), 'orders');
  const token = (issuer: string, expires: string) =>
    new SignJWT({ caller })
      .setProtectedHeader({ alg: 'EdDSA' })
      .setIssuer(issuer)
      .setAudience('orders')
      .setIssuedAt()
      .setExpirationTime(expires)
      .sign(privateKey);
  await expect(verify(await token('souk-router', '-1s'))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  await expect(verify(await token('somebody', '30s'))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
});

test('what was a guest’s before signing in is theirs as well', () => {
  expect(ownerIdsOf(caller)).toEqual(['me', 'before']);
  expect(ownerIdsOf(anonymous)).toEqual([]);
  expect(requireOwnerId(caller)).toBe('me');
  expect(() => requireOwnerId(anonymous)).toThrow('Sign in');
});

test('scopes are met when all of one alternative are there', () => {
  expect(hasScopes(caller, [['a', 'b']])).toBe(true);
  expect(hasScopes(caller, [['a', 'c'], ['b']])).toBe(true);
  expect(hasScopes(caller, [['c']])).toBe(false);
  expect([isAuthenticated(caller), isAuthenticated(anonymous)]).toEqual([true, false]);
});
