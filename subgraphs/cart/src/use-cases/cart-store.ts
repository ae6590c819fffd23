import type { CartContents, CartLine, CartOwner, CartRecord } from '../domain/cart-contents.js';

/** What an owner wants of their cart. */
export interface CartChange {
  /** `ADD` raises quantities, `SET` replaces them (0 takes the line out), `CLEAR` takes out every line. */
  operation: 'ADD' | 'SET' | 'CLEAR';
  lines: readonly CartLine[];
  /** With its key, the same request is fulfilled once. */
  request?: { key: string; hash: string } | undefined;
  /** Refuse when the cart has another version. */
  expectedVersion?: number | undefined;
}

/** The store has no cart of this owner: it was never there, it expired, or the store lost it. */
export type Missing = { outcome: 'MISSING' };

export type ChangeOutcome =
  | { outcome: 'DONE' | 'REPLAYED'; version: number; cart: CartContents }
  | { outcome: 'CONFLICT' | 'KEY_REUSED' | 'INVALID_QUANTITY' | 'CART_FULL' };

/** `UNKNOWN`: no cart of that guest is here, and nobody has said yet that there is none anywhere. */
export type MergeOutcome = { outcome: 'MERGED' | 'NOTHING' | 'UNKNOWN' };

/** `OTHER`: the owner has another cart by now. */
export type RemovalOutcome = { outcome: 'DONE' | 'OTHER' } | { outcome: 'MERGED'; into: string };

/** Whether a cart may be made where there is none; otherwise the outcome is {@link Missing}. */
export interface Making {
  mayCreate: boolean;
}

/** Where the carts live. Every operation happens as a whole or not at all, one after the other for each cart. */
export interface CartStore {
  /** Whether it can be reached now. */
  readonly isReady: boolean;
  open(owner: CartOwner, making: Making): Promise<{ outcome: 'DONE'; cart: CartContents } | Missing>;
  /** What became of an earlier request with this key, if it is remembered. */
  recall(
    ownerId: string,
    request: { key: string; hash: string },
  ): Promise<ChangeOutcome | Missing | { outcome: 'NEW' }>;
  change(owner: CartOwner, change: CartChange, making: Making): Promise<ChangeOutcome | Missing>;
  /**
   * Moves a guest's cart into an account's, quantities added up to the limits, and remembers that it went there.
   * @param isSearched there is no cart of the guest outside the store either.
   */
  merge(guestId: string, account: CartOwner, making: Making & { isSearched: boolean }): Promise<MergeOutcome | Missing>;
  /** Takes ordered quantities out of a cart, once for each order. */
  removeOrdered(ownerId: string, removal: OrderedLines): Promise<RemovalOutcome | Missing>;
  /** Puts a cart back, unless there is one, or it went over into another, or its time is over. */
  restore(record: CartRecord): Promise<void>;
  /** Owners whose carts are to be copied now, the longest waiting first. They come again when not settled in time. */
  claimChanged(atMost: number): Promise<string[]>;
  read(ownerId: string): Promise<CartRecord | null>;
  /** Says that a cart was copied, unless it has changed again. Without a record: that there is none. */
  settle(ownerId: string, record: CartRecord | null): Promise<void>;
}

export interface OrderedLines {
  orderId: string;
  /** The cart that the order came from; null when any cart of the owner is meant. */
  cartId: string | null;
  lines: readonly CartLine[];
}
