/** So many units of a variant. */
export interface Line {
  variantId: string;
  quantity: number;
}

/** Units of a variant that one warehouse gives. */
export interface AllocatedLine extends Line {
  warehouseId: string;
}

/** A variant of which there is not enough. */
export interface Shortage {
  variantId: string;
  requested: number;
  available: number;
}

/** What a warehouse has of a variant that nobody else has been promised. */
export interface Supply {
  variantId: string;
  warehouseId: string;
  countryCode: string | null;
  /** The smaller, the sooner it is asked. */
  priority: number;
  available: number;
}

export type Allocation = { outcome: 'ALLOCATED'; lines: AllocatedLine[] } | { outcome: 'SHORT'; shortages: Shortage[] };

/** Adds up the lines of one variant. */
export function sumByVariant(lines: readonly Line[]): Line[] {
  const sums = new Map<string, number>();
  for (const { variantId, quantity } of lines) sums.set(variantId, (sums.get(variantId) ?? 0) + quantity);
  return [...sums].map(([variantId, quantity]) => ({ variantId, quantity }));
}

/**
 * Decides which warehouse serves which line: all of them, or none. One warehouse that has everything comes first, since
 * one parcel is cheaper than two; then a line is kept in one piece where it can be; then it is split. Warehouses in the
 * country of the destination are asked before others, then by priority.
 * @param demand one line per variant.
 */
export function allocate(
  demand: readonly Line[],
  supplies: readonly Supply[],
  destinationCountryCode: string,
): Allocation {
  const ranked = rank(supplies, destinationCountryCode);
  const shortages = demand.map((line) => shortageOf(line, ranked)).filter((shortage) => shortage !== undefined);
  if (shortages.length > 0) return { outcome: 'SHORT', shortages };
  const together = serveFromOneWarehouse(demand, ranked);
  return { outcome: 'ALLOCATED', lines: together ?? demand.flatMap((line) => serve(line, ranked)) };
}

function rank(supplies: readonly Supply[], destinationCountryCode: string): Supply[] {
  const isAbroad = ({ countryCode }: Supply) => Number(countryCode !== destinationCountryCode);
  return supplies
    .filter(({ available }) => available > 0)
    .sort(
      (left, right) =>
        isAbroad(left) - isAbroad(right) ||
        left.priority - right.priority ||
        (left.warehouseId < right.warehouseId ? -1 : 1),
    );
}

function shortageOf({ variantId, quantity }: Line, supplies: readonly Supply[]): Shortage | undefined {
  const available = supplies.reduce((sum, supply) => sum + (supply.variantId === variantId ? supply.available : 0), 0);
  return available < quantity ? { variantId, requested: quantity, available } : undefined;
}

function serveFromOneWarehouse(demand: readonly Line[], ranked: readonly Supply[]): AllocatedLine[] | undefined {
  const warehouseIds = new Set(ranked.map(({ warehouseId }) => warehouseId));
  for (const warehouseId of warehouseIds) {
    const inStock = ranked.filter((supply) => supply.warehouseId === warehouseId);
    if (demand.every((line) => inStock.some((supply) => canServe(supply, line))))
      return demand.map((line) => ({ ...line, warehouseId }));
  }
  return undefined;
}

function serve(line: Line, ranked: readonly Supply[]): AllocatedLine[] {
  const whole = ranked.find((supply) => canServe(supply, line));
  if (whole) return [{ ...line, warehouseId: whole.warehouseId }];
  const parts: AllocatedLine[] = [];
  let missing = line.quantity;
  for (const { variantId, warehouseId, available } of ranked) {
    if (variantId !== line.variantId || missing === 0) continue;
    const quantity = Math.min(missing, available);
    parts.push({ variantId, warehouseId, quantity });
    missing -= quantity;
  }
  return parts;
}

function canServe(supply: Supply, line: Line): boolean {
  return supply.variantId === line.variantId && supply.available >= line.quantity;
}
