import type { CartLine } from './cart-contents.js';

/** The task to take the lines of a confirmed order out of the cart that its quote came from, once. */
export class OrderRemoval {
  /** When the store did it last. */
  appliedAt: Date | null = null;
  /** When the durable copy had it. Until then the store may have to do it again. */
  doneAt: Date | null = null;

  constructor(
    readonly orderId: string,
    readonly quoteId: string,
    readonly lines: CartLine[],
    readonly askedAt: Date,
  ) {}
}
