/** What a stock level is of, and where. */
export interface Place {
  variantId: string;
  warehouseId: string;
}

/**
 * The order in which everybody locks stock levels, so that no two transactions wait for each other. Of one level, who
 * waits for a unit of its pool does so before its row; who holds the row takes only units for which it need not wait.
 */
export function inLockOrder<Locked extends Place>(places: readonly Locked[]): Locked[] {
  const keyOf = ({ warehouseId, variantId }: Locked) => `${warehouseId} ${variantId}`;
  return [...places].sort((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1));
}
