import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { newId } from '@souk/kit/domain';
import type { TokenKeys } from './place.js';

const header = { alg: 'EdDSA', typ: 'at+jwt', kid: 'key-1' };

/** Tokens that must not be believed, each with what is wrong with it. */
export function badTokens(keys: TokenKeys): Record<string, string> {
  const good = tokenOf({ claims: {}, keys });
  const [head = '', payload = '', signature = ''] = good.split('.');
  const forger = generateKeyPairSync('ed25519');
  const withHead = (changes: object) => encoded({ ...header, ...changes });
  const hmacSigned = `${withHead({ alg: 'HS256' })}.${payload}`;
  const secret = Buffer.from(String(keys.publicKey.export({ format: 'jwk' }).x), 'base64url');
  return {
    'that nobody signed': `${withHead({ alg: 'none' })}.${payload}.`,
    'signed with the public key as a secret': `${hmacSigned}.${createHmac('sha256', secret).update(hmacSigned).digest('base64url')}`,
    'signed by somebody else': tokenOf({ claims: {}, keys: forger }),
    'with other claims': `${head}.${encoded({ ...claimsNow(), roles: ['ADMIN'] })}.${signature}`,
    'that has expired': tokenOf({ claims: { exp: seconds() - 60 }, keys }),
    'that is not good yet': tokenOf({ claims: { nbf: seconds() + 600 }, keys }),
    'for another audience': tokenOf({ claims: { aud: 'else' }, keys }),
    'of another issuer': tokenOf({ claims: { iss: 'else' }, keys }),
    'of another type': tokenOf({ claims: {}, keys, head: { typ: 'JWT' } }),
    'of a key that is not known': tokenOf({ claims: {}, keys, head: { kid: 'key-9' } }),
    'with a role that does not exist': tokenOf({ claims: { roles: ['GOD'] }, keys }),
    'that is no token': 'garbage',
  };
}

/** A token that is believed, of somebody new. */
export function goodToken(keys: TokenKeys): string {
  return tokenOf({ claims: {}, keys });
}

interface TokenWish {
  claims: object;
  keys: Pick<TokenKeys, 'privateKey'>;
  head?: object;
}

function tokenOf({ claims, keys, head = {} }: TokenWish): string {
  const signed = `${encoded({ ...header, ...head })}.${encoded({ ...claimsNow(), ...claims })}`;
  return `${signed}.${sign(null, Buffer.from(signed), keys.privateKey).toString('base64url')}`;
}

function claimsNow() {
  const id = newId();
  const who = { sub: id, sid: id, kind: 'customer', roles: ['CUSTOMER'], scope: 'orders:read' };
  return { ...who, iss: 'souk-accounts', aud: 'souk', iat: seconds(), exp: seconds() + 900 };
}

function seconds(): number {
  return Math.floor(Date.now() / 1_000);
}

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
