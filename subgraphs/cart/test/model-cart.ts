import { largestQuantity, mostLines } from '../src/domain/cart-limits.js';
import type { CartChange } from '../src/use-cases/cart-store.js';

/** What a cart must do, written as simply as possible: the measure for the scripts. */
export class ModelCart {
  version = 0;
  lines = new Map<string, number>();
  readonly requests = new Map<string, { hash: string; version: number }>();
  readonly orders = new Set<string>();

  change({ operation, lines, request, expectedVersion }: CartChange): string {
    const known = request && this.requests.get(request.key);
    if (known) return known.hash === request.hash ? 'REPLAYED' : 'KEY_REUSED';
    if (expectedVersion !== undefined && expectedVersion !== this.version) return 'CONFLICT';
    const next = operation === 'CLEAR' ? new Map<string, number>() : new Map(this.lines);
    for (const { variantId, quantity } of lines) {
      const sum = quantity + (operation === 'ADD' ? (next.get(variantId) ?? 0) : 0);
      if (sum > largestQuantity) return 'INVALID_QUANTITY';
      if (sum > 0) next.set(variantId, sum);
      else next.delete(variantId);
    }
    if (next.size > mostLines) return 'CART_FULL';
    this.lines = next;
    this.version += 1;
    if (request) this.requests.set(request.key, { hash: request.hash, version: this.version });
    return 'DONE';
  }

  removeOrdered(orderId: string, lines: CartChange['lines']): void {
    if (this.orders.has(orderId)) return;
    for (const { variantId, quantity } of lines) {
      const rest = (this.lines.get(variantId) ?? 0) - quantity;
      if (rest > 0) this.lines.set(variantId, rest);
      else this.lines.delete(variantId);
    }
    this.orders.add(orderId);
    this.version += 1;
  }

  absorb(guest: ModelCart): void {
    for (const [variantId, quantity] of guest.lines) {
      const before = this.lines.get(variantId);
      if (before === undefined && this.lines.size >= mostLines) continue;
      this.lines.set(variantId, Math.min((before ?? 0) + quantity, largestQuantity));
    }
    for (const [key, request] of guest.requests) if (!this.requests.has(key)) this.requests.set(key, request);
    for (const orderId of guest.orders) this.orders.add(orderId);
    this.version += 1;
  }
}
