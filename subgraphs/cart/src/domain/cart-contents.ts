/** A number of one variant in a cart. */
export interface CartLine {
  variantId: string;
  quantity: number;
}

/** Whose cart: somebody's with an account, or a guest's. */
export interface CartOwner {
  id: string;
  kind: 'CUSTOMER' | 'GUEST';
}

/** What a cart holds at one moment. Never a price: prices are asked for whenever they are needed. */
export interface CartContents {
  cartId: string;
  ownerId: string;
  kind: CartOwner['kind'];
  channelId: string;
  /** Raised by one with every accepted operation. */
  version: number;
  /** In the order in which they were added. */
  lines: CartLine[];
  expiresAt: Date;
}

/** A request that was fulfilled, so that its repetition changes nothing. */
export interface RememberedRequest {
  key: string;
  hash: string;
  /** The cart's version that it made. */
  version: number;
}

/** A guest's cart that went over into this one. */
export interface AbsorbedCart {
  guestId: string;
  cartId: string;
}

/** What a cart remembers beside its lines, so that nothing has its effect twice. Each list is bounded, oldest out. */
export interface CartMemory {
  requests: RememberedRequest[];
  /** Ids of the orders whose lines were taken out. */
  orders: string[];
  absorbed: AbsorbedCart[];
}

export type CartRecord = CartContents & CartMemory;

const hourMs = 60 * 60 * 1_000;

/** How long a cart is kept after its last change. */
export const cartLifeMs: Record<CartOwner['kind'], number> = { CUSTOMER: 7 * 24 * hourMs, GUEST: 24 * hourMs };
