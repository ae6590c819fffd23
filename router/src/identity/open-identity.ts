import type { NatsConnection } from '@souk/kit/messaging';
import type { Logger } from '@souk/kit/observability';
import type { RouterConfig } from '../config.js';
import { type Authenticate, createAuthenticator } from './authenticate.js';
import { RevocationFollower } from './follow-revocations.js';
import { RevokedSessions } from './revoked-sessions.js';
import { createAccessTokenVerifier } from './verify-access-token.js';
import { createIdentityWatch, type WatchIdentity } from './watch-identity.js';

export interface IdentityParts {
  authenticate: Authenticate;
  watchIdentity: WatchIdentity;
  close(): Promise<void>;
}

/** Resolves when every session that was revoked lately is known. */
export async function openIdentity(
  { JWKS_URL }: RouterConfig,
  nats: NatsConnection,
  logger: Logger,
): Promise<IdentityParts> {
  const revoked = new RevokedSessions();
  const follower = new RevocationFollower(nats, revoked, logger);
  await follower.start();
  return {
    authenticate: createAuthenticator(createAccessTokenVerifier(JWKS_URL, logger), revoked),
    watchIdentity: createIdentityWatch(revoked),
    close: () => follower.stop(),
  };
}
