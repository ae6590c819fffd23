import { importJWK, type JWK, jwtVerify, SignJWT } from 'jose';
import { PublicError } from '../domain/index.js';
import { type Caller, callerSchema } from './caller.js';

/** The header in which the router tells a subgraph who is asking. */
export const assertionHeader = 'x-souk-assertion';
/** How long an assertion is good; the router makes a new one well before. */
export const assertionLifetimeSeconds = 30;

const issuer = 'souk-router';
const cacheLimit = 5_000;

export type SignAssertion = (caller: Caller, subgraph: string) => Promise<string>;
export type VerifyAssertion = (assertion: string | undefined) => Promise<Caller>;

/** @param privateKey the router's Ed25519 key. */
export async function createAssertionSigner(privateKey: JWK): Promise<SignAssertion> {
  const key = await importJWK(privateKey, 'EdDSA');
  return (caller, subgraph) =>
    new SignJWT({ caller })
      .setProtectedHeader({ alg: 'EdDSA' })
      .setIssuer(issuer)
      .setAudience(subgraph)
      .setIssuedAt()
      .setExpirationTime(`${assertionLifetimeSeconds}s`)
      .sign(key);
}

/**
 * Checks assertions for one subgraph; a verified one is known by its bytes until it expires. The result throws a
 * {@link PublicError} UNAUTHENTICATED for what is absent, forged, expired or meant for another subgraph.
 */
export async function createAssertionVerifier(publicKey: JWK, subgraph: string): Promise<VerifyAssertion> {
  const key = await importJWK(publicKey, 'EdDSA');
  const verified = new Map<string, { caller: Caller; expiresAtMs: number }>();
  return async (assertion) => {
    if (!assertion) throw refused();
    const known = verified.get(assertion);
    if (known && known.expiresAtMs > Date.now()) return known.caller;
    const { caller, expiresAtMs } = await verify(assertion, key, subgraph);
    if (verified.size >= cacheLimit) verified.clear();
    verified.set(assertion, { caller, expiresAtMs });
    return caller;
  };
}

type Key = Awaited<ReturnType<typeof importJWK>>;

async function verify(assertion: string, key: Key, subgraph: string): Promise<{ caller: Caller; expiresAtMs: number }> {
  try {
    const { payload } = await jwtVerify(assertion, key, { issuer, audience: subgraph, algorithms: ['EdDSA'] });
    return { caller: callerSchema.parse(payload['caller']), expiresAtMs: (payload.exp ?? 0) * 1_000 };
  } catch {
    throw refused();
  }
}

function refused(): PublicError {
  return new PublicError('UNAUTHENTICATED', 'This service answers the router alone.');
}
