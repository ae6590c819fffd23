import type { Ask } from '@souk/kit/asking';
import { askOpenOrderLink } from '@souk/schema/questions/orders';
import { InvalidOrderLinkError } from '../domain/session.errors.js';
import type { AccessToken, AccountsWork } from './credentials.js';

/**
 * Turns the secret of an order's link into a token that is good for that order alone, for an hour.
 * @throws {InvalidOrderLinkError} when the secret opens nothing.
 */
export async function openOrderLink(
  { ask, now, accessTokens }: Pick<AccountsWork, 'now' | 'accessTokens'> & { ask: Ask },
  secret: string,
): Promise<{ orderId: string; token: AccessToken }> {
  const { orderId } = await ask(askOpenOrderLink, { secret: secret.slice(0, 200) });
  if (!orderId) throw new InvalidOrderLinkError();
  return { orderId, token: await accessTokens.sign({ kind: 'order-link', orderId }, now()) };
}
