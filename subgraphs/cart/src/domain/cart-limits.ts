import { CartFullError, InvalidQuantityError } from './cart.errors.js';
import type { CartLine } from './cart-contents.js';

export const largestQuantity = 999;
export const mostLines = 100;

/** Adds up the lines of one variant. @throws {InvalidQuantityError} that names the line. @throws {CartFullError} */
export function linesToAdd(lines: readonly CartLine[]): CartLine[] {
  mustBeQuantities(lines, 1);
  const quantities = new Map<string, number>();
  for (const { variantId, quantity } of lines) quantities.set(variantId, (quantities.get(variantId) ?? 0) + quantity);
  return toLines(quantities);
}

/** Of the lines of one variant, the last counts. @throws {InvalidQuantityError} that names the line. @throws {CartFullError} */
export function linesToSet(lines: readonly CartLine[]): CartLine[] {
  mustBeQuantities(lines, 0);
  return toLines(new Map(lines.map(({ variantId, quantity }) => [variantId, quantity])));
}

function mustBeQuantities(lines: readonly CartLine[], smallest: number): void {
  const index = lines.findIndex(({ quantity }) => quantity < smallest || quantity > largestQuantity);
  if (index >= 0) throw new InvalidQuantityError(['input', 'lines', String(index), 'quantity']);
}

function toLines(quantities: ReadonlyMap<string, number>): CartLine[] {
  if ([...quantities.values()].filter((quantity) => quantity > 0).length > mostLines) throw new CartFullError();
  return [...quantities].map(([variantId, quantity]) => ({ variantId, quantity }));
}
