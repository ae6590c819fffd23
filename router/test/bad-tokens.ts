import { createHmac } from 'node:crypto';
import { generateKeyPair, SignJWT } from 'jose';
import type { FixtureAccounts } from './fixture-accounts.js';

/** Tokens that must not be accepted, each with what is wrong with it. */
export const badTokens: [what: string, make: (accounts: FixtureAccounts) => Promise<string>][] = [
  ['that nobody signed', async ({ token }) => unsigned(await token())],
  ['signed with the public key as if it were a secret', async (accounts) => signedWithPublicKey(accounts)],
  ['signed with another algorithm', signedOtherwise],
  ['signed by somebody else', ({ token }) => token({}, { isForged: true })],
  ['with a part of another token', async ({ token }) => spliced(await token(), await token({ roles: ['ADMIN'] }))],
  ['for another audience', ({ token }) => token({}, { audience: 'else' })],
  ['of another issuer', ({ token }) => token({}, { issuer: 'else' })],
  ['of another type', ({ token }) => token({}, { typ: 'JWT' })],
  ['that has expired', ({ token }) => token({}, { expiresIn: -60 })],
  ['that is not good yet', ({ token }) => token({ nbf: Math.floor(Date.now() / 1_000) + 600 })],
  ['of a key that is not known', async ({ token }) => withHeader(await token(), { kid: 'key-9' })],
  ['with a role that does not exist', ({ token }) => token({ roles: ['GOD'] })],
  ['that is no token', async () => 'garbage'],
  ['that is nothing', async () => ''],
  ['of three empty parts', async () => '..'],
  ['that is very long', async () => 'a'.repeat(12_000)],
];

type Parts = [header: string, payload: string, signature: string];

function partsOf(token: string): Parts {
  return token.split('.') as Parts;
}

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function decoded(part: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(part, 'base64url').toString());
}

function unsigned(token: string): string {
  const [header, payload] = partsOf(token);
  return `${encoded({ ...decoded(header), alg: 'none' })}.${payload}.`;
}

async function signedWithPublicKey({ token, jwksUrl }: FixtureAccounts): Promise<string> {
  const { keys } = (await (await fetch(jwksUrl)).json()) as { keys: [{ x: string }] };
  const [header, payload] = partsOf(await token());
  const signed = `${encoded({ ...decoded(header), alg: 'HS256' })}.${payload}`;
  return `${signed}.${createHmac('sha256', Buffer.from(keys[0].x, 'base64url')).update(signed).digest('base64url')}`;
}

async function signedOtherwise({ token }: FixtureAccounts): Promise<string> {
  const [, payload] = partsOf(await token());
  const { privateKey } = await generateKeyPair('ES256');
  return new SignJWT(decoded(payload))
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: 'key-1' })
    .sign(privateKey);
}

function spliced(one: string, other: string): string {
  const [header, , signature] = partsOf(one);
  return `${header}.${partsOf(other)[1]}.${signature}`;
}

function withHeader(token: string, changes: object): string {
  const [header, payload, signature] = partsOf(token);
  return `${encoded({ ...decoded(header), ...changes })}.${payload}.${signature}`;
}
