import { AggregateRoot } from '@souk/kit/domain';
import type { AbsorbedCart, CartLine, CartOwner, CartRecord, RememberedRequest } from './cart-contents.js';

/** What can happen to a cart. */
export type CartEvent = { type: 'CartUpdated'; cart: Cart } | { type: 'CartMerged'; cart: Cart; guestId: string };

export interface CartIdentity {
  cartId: string;
  ownerId: string;
  kind: CartOwner['kind'];
  channelId: string;
  expiresAt: Date;
}

/** The durable copy of a cart. The carts that people work with live in the store; this one follows, by version. */
export class Cart extends AggregateRoot<CartEvent> {
  /** The version that was copied last; 0 before the first copy. */
  cartVersion = 0;
  lines: CartLine[] = [];
  requests: RememberedRequest[] = [];
  orders: string[] = [];
  absorbed: AbsorbedCart[] = [];
  /** The account whose cart this guest's cart went over into. */
  mergedInto: string | null = null;

  /** Use {@link Cart.of}; public only because the object-relational mapper needs it. */
  constructor(
    readonly id: string,
    readonly ownerId: string,
    readonly kind: CartOwner['kind'],
    readonly channelId: string,
    public expiresAt: Date,
  ) {
    super();
  }

  /** A copy that holds nothing yet. */
  static of({ cartId, ownerId, kind, channelId, expiresAt }: CartIdentity): Cart {
    return new Cart(cartId, ownerId, kind, channelId, expiresAt);
  }

  /** Takes over what is newer; what is older, or comes after the cart went over into another one, changes nothing. */
  copy(record: CartRecord): void {
    if (record.version <= this.cartVersion || this.mergedInto) return;
    const arrivals = this.arrivalsIn(record);
    const hasChanged = !holdSame(this.lines, record.lines);
    const { version, lines, requests, orders, absorbed, expiresAt } = record;
    Object.assign(this, { cartVersion: version, lines, requests, orders, absorbed, expiresAt });
    for (const { guestId } of arrivals) this.record({ type: 'CartMerged', cart: this, guestId });
    if (hasChanged) this.record({ type: 'CartUpdated', cart: this });
  }

  /** The guests' carts of which this copy does not know yet that they went over. */
  arrivalsIn(record: CartRecord): AbsorbedCart[] {
    return record.absorbed.filter(({ cartId }) => !this.absorbed.some((known) => known.cartId === cartId));
  }

  /** Ends a guest's cart: what it held is in the account's cart now. */
  goOverTo(accountId: string): void {
    if (this.mergedInto) return;
    const heldAnything = this.lines.length > 0;
    this.mergedInto = accountId;
    this.lines = [];
    if (heldAnything) this.record({ type: 'CartUpdated', cart: this });
  }
}

function holdSame(left: readonly CartLine[], right: readonly CartLine[]): boolean {
  const quantities = new Map(left.map(({ variantId, quantity }) => [variantId, quantity]));
  return left.length === right.length && right.every((line) => quantities.get(line.variantId) === line.quantity);
}
