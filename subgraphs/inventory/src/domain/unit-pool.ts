/** Whether a level's units are laid out one by one always, or only while many want them at once. */
export const poolings = ['AUTOMATIC', 'ALWAYS'] as const;
export type Pooling = (typeof poolings)[number];

/** The most units of one level that are laid out; the database knows this number as well. */
export const largestPool = 1_000;

/** Who waits longer than this for a level's row has waited too long. */
export const longWaitMs = 20;
/** So many long waits for one level within `rushWindowMs` are a rush. */
export const waitsOfARush = 5;
export const rushWindowMs = 1_000;

/** Between two visits to a pool so many orders took from it: one after the other they would have stood in line. */
const busyOrders = 4;
/** A level at which nothing was busy for so long is cold again. */
export const quietMs = 60_000;

/** What was found at a visit to a level's pool. */
export interface PoolVisit {
  /** Units that orders have taken since the last visit, and how many orders did. */
  takenUnits: number;
  takingOrders: number;
  /** Whether there was a rush for the level's counter. */
  isRushed: boolean;
}

/** How many rows a pool has too many, or too few. At most one of them is not zero. */
export interface PoolChange {
  surplus: number;
  missing: number;
}

export function isBusy({ takingOrders, isRushed }: PoolVisit): boolean {
  return isRushed || takingOrders >= busyOrders;
}
