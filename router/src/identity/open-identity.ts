import type { NatsConnection } from '@souk/kit/messaging';
import type { Logger } from '@souk/kit/observability';
import type { RouterConfig } from '../config.js';
import { type AddressOf, createAddressOf } from './address-of.js';
import { Allowance } from './allowance.js';
import { type Authenticate, createAuthenticator } from './authenticate.js';
import { RevocationFollower } from './follow-revocations.js';
import { RevokedSessions } from './revoked-sessions.js';
import { createAccessTokenVerifier } from './verify-access-token.js';
import { createIdentityWatch, type WatchIdentity } from './watch-identity.js';

export interface IdentityParts {
  authenticate: Authenticate;
  watchIdentity: WatchIdentity;
  addressOf: AddressOf;
  /** How many sockets one may have, and how many subscriptions over all of them. */
  socketAllowance: Allowance;
  subscriptionAllowance: Allowance;
  /** How many connections one address may have; undefined where addresses are those of our proxies. */
  connectionAllowance: Allowance | undefined;
  close(): Promise<void>;
}

/** Resolves when every session that was revoked lately is known. */
export async function openIdentity(config: RouterConfig, nats: NatsConnection, logger: Logger): Promise<IdentityParts> {
  const revoked = new RevokedSessions();
  const follower = new RevocationFollower(nats, revoked, logger);
  await follower.start();
  return {
    authenticate: createAuthenticator(createAccessTokenVerifier(config.JWKS_URL, logger), revoked),
    watchIdentity: createIdentityWatch(revoked),
    addressOf: createAddressOf(config.PROXIES),
    socketAllowance: new Allowance('sockets', {
      perUser: config.SOCKETS_PER_USER,
      perAddress: config.SOCKETS_PER_ADDRESS,
    }),
    subscriptionAllowance: new Allowance('subscriptions', {
      perUser: config.SUBSCRIPTIONS_PER_USER,
      perAddress: config.SUBSCRIPTIONS_PER_ADDRESS,
    }),
    connectionAllowance: config.PROXIES > 0 ? undefined : connectionsOf(config.CONNECTIONS_PER_ADDRESS),
    close: () => follower.stop(),
  };
}

function connectionsOf(perAddress: number): Allowance {
  return new Allowance('connections', { perUser: perAddress, perAddress });
}
