import type { RouterContext } from '../operations/router-context.js';

/** Whose share it is: a user's, a guest's or an order link's, or that of an address without a token. */
export function callerKey({ identity: { caller }, address }: RouterContext): string {
  if (caller.id !== undefined) return `user:${caller.id}`;
  return caller.orderId === undefined ? `address:${address}` : `order:${caller.orderId}`;
}
