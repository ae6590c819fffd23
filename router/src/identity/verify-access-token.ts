import { PublicError } from '@souk/kit/domain';
import type { Logger } from '@souk/kit/observability';
import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from 'jose';
import { z } from 'zod';
import { toCaller } from './access-token-claims.js';
import type { Identity } from './identity.js';

export type VerifyAccessToken = (token: string) => Promise<Identity>;

const rules = {
  algorithms: ['EdDSA'],
  issuer: 'souk-accounts',
  audience: 'souk',
  typ: 'at+jwt',
  clockTolerance: 30,
  requiredClaims: ['exp'],
};

/** What jose throws because of the token itself. Everything else means that the keys could not be had. */
const faultsOfToken = [
  errors.JWTExpired,
  errors.JWTClaimValidationFailed,
  errors.JWTInvalid,
  errors.JWSInvalid,
  errors.JWSSignatureVerificationFailed,
  errors.JOSEAlgNotAllowed,
  errors.JOSENotSupported,
  errors.JWKSNoMatchingKey,
  errors.JWKSMultipleMatchingKeys,
  z.ZodError,
];

/**
 * Checks access tokens against the keys that accounts publishes. The result throws a {@link PublicError}:
 * UNAUTHENTICATED for a token that is not good, SERVICE_UNAVAILABLE when there are no keys to check it with.
 */
export function createAccessTokenVerifier(jwksUrl: string, logger: Logger): VerifyAccessToken {
  const keys = createRemoteJWKSet(new URL(jwksUrl), { timeoutDuration: 2_000, cooldownDuration: 5_000 });
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, keys, rules);
      return { caller: toCaller(payload), expiresAtMs: expiryOf(payload) };
    } catch (error) {
      if (faultsOfToken.some((fault) => error instanceof fault)) throw refusedToken();
      logger.error({ err: error }, 'The keys of access tokens cannot be read.');
      throw new PublicError('SERVICE_UNAVAILABLE', 'Tokens cannot be checked at the moment.', { retryAfterMs: 1_000 });
    }
  };
}

export function refusedToken(): PublicError {
  return new PublicError('UNAUTHENTICATED', 'The token is not valid, or not any more.');
}

function expiryOf({ exp = 0 }: JWTPayload): number {
  return exp * 1_000;
}
