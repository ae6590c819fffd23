import type { AccountsWork, OpenedSession, SessionTokens } from './credentials.js';

/**
 * Signs the access token of a session. After the transaction: the signer may need a connection of its own, and waiting for
 * one while holding another would let many sign-ins at once block each other.
 */
export async function issueTokens(
  { accessTokens, now }: Pick<AccountsWork, 'accessTokens' | 'now'>,
  { subject, refreshToken }: OpenedSession,
): Promise<SessionTokens> {
  const { token, expiresAt } = await accessTokens.sign(subject, now());
  return { accessToken: token, expiresAt, refreshToken };
}
