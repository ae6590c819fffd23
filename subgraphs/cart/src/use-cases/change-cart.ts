import { createHash } from 'node:crypto';
import { PublicError } from '@souk/kit/domain';
import { CartFullError, InvalidQuantityError } from '../domain/cart.errors.js';
import type { CartContents, CartOwner } from '../domain/cart-contents.js';
import type { CartChange, ChangeOutcome } from './cart-store.js';
import type { CartWork } from './cart-work.js';
import { restoringFirst } from './restore-cart.js';

/** A change and the conditions under which it is wanted. */
export interface CartWish {
  owner: CartOwner;
  operation: CartChange['operation'];
  lines: CartChange['lines'];
  idempotencyKey?: string | undefined;
  expectedVersion?: number | undefined;
}

export interface ChangedCart {
  cart: CartContents;
  /** The version that the request made, also when it is repeated later. */
  version: number;
  /** Whether this very request had been fulfilled before; nothing was changed then. */
  replayed: boolean;
}

/**
 * Changes a cart, once for each idempotency key.
 * @param check what must be true of a wish that was not fulfilled before; it throws otherwise.
 * @throws {InvalidQuantityError} @throws {CartFullError}
 * @throws {PublicError} CONFLICT, IDEMPOTENCY_KEY_REUSED, SERVICE_UNAVAILABLE, or BAD_USER_INPUT for a malformed key.
 */
export async function changeCart(
  work: Pick<CartWork, 'em' | 'carts'>,
  { owner, operation, lines, idempotencyKey, expectedVersion }: CartWish,
  check: () => Promise<void> = async () => undefined,
): Promise<ChangedCart> {
  const request =
    idempotencyKey === undefined ? undefined : rememberable(idempotencyKey, { operation, lines, expectedVersion });
  const earlier = request && (await restoringFirst(work, owner.id, () => work.carts.recall(owner.id, request)));
  if (earlier && earlier.outcome !== 'NEW' && earlier.outcome !== 'MISSING') return changedCart(earlier);
  await check();
  const change = { operation, lines, request, expectedVersion };
  const outcome = await restoringFirst(work, owner.id, (making) => work.carts.change(owner, change, making));
  if (outcome.outcome === 'MISSING') throw new Error('The store made no cart.');
  return changedCart(outcome);
}

function changedCart(outcome: ChangeOutcome): ChangedCart {
  switch (outcome.outcome) {
    case 'DONE':
    case 'REPLAYED':
      return { cart: outcome.cart, version: outcome.version, replayed: outcome.outcome === 'REPLAYED' };
    case 'INVALID_QUANTITY':
      throw new InvalidQuantityError();
    case 'CART_FULL':
      throw new CartFullError();
    case 'CONFLICT':
      throw new PublicError('CONFLICT', 'The cart has changed since it was read.');
    case 'KEY_REUSED':
      throw new PublicError('IDEMPOTENCY_KEY_REUSED', 'This idempotency key was used for another request.');
  }
}

function rememberable(key: string, content: object): { key: string; hash: string } {
  if (key.length < 16 || key.length > 255) {
    throw new PublicError('BAD_USER_INPUT', 'An idempotency key has 16 to 255 characters.', {
      field: 'idempotencyKey',
    });
  }
  return { key, hash: createHash('sha256').update(JSON.stringify(content)).digest('base64url') };
}
