import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { newId } from '@souk/kit/domain';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

type KeyPair = Awaited<ReturnType<typeof generateKeyPair>>;

export interface FixtureAccounts {
  jwksUrl: string;
  /** A token as accounts signs it, with what is given put in its place. */
  token(claims?: Record<string, unknown>, more?: TokenOptions): Promise<string>;
  stop(): Promise<void>;
}

export interface TokenOptions {
  typ?: string;
  issuer?: string;
  audience?: string;
  /** Seconds from now. */
  expiresIn?: number;
  /** Signed by somebody else, under the same key id. */
  isForged?: boolean;
}

/** The keys and tokens of accounts. */
export async function startFixtureAccounts(): Promise<FixtureAccounts> {
  const own = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
  const foreign = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
  const key = { ...(await exportJWK(own.publicKey)), kid: 'key-1', alg: 'EdDSA', use: 'sig' };
  const http = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [key] }));
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  return {
    jwksUrl: `http://127.0.0.1:${port}/.well-known/jwks.json`,
    token: (claims = {}, more = {}) => sign({ ...customerClaims(), ...claims }, more, more.isForged ? foreign : own),
    stop: async () => {
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}

function customerClaims() {
  const id = newId();
  return { sub: id, sid: newId(), kind: 'customer', roles: ['CUSTOMER'], scope: 'orders:read cart:write' };
}

function sign(claims: JWTPayload, options: TokenOptions, { privateKey }: KeyPair): Promise<string> {
  const { typ = 'at+jwt', issuer = 'souk-accounts', audience = 'souk', expiresIn = 900 } = options;
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'EdDSA', typ, kid: 'key-1' })
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime(Math.floor(Date.now() / 1_000) + expiresIn)
    .sign(privateKey);
}
