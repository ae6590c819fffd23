/** How a shelf of the demo's shop is filled: what is on it, of what, for what, at which prices. */
export interface ShelfPlan {
  name: string;
  /** What it is, and of what it may be. */
  things: Readonly<Record<string, readonly string[]>>;
  /** What the things are good for, to be read after "made for". */
  purposes: readonly string[];
  /** Cheapest and dearest, in whole euros. */
  euros: readonly [number, number];
  /** Lightest and heaviest, in grams. */
  grams: readonly [number, number];
  /** In what the variants of a product differ. */
  variants: 'COLOUR' | 'CLOTHES_SIZE' | 'SHOE_SIZE' | 'FORMAT' | 'NONE';
  /** Whether products have one colour, where it is not what their variants differ in. */
  hasColour?: true;
}

export interface DepartmentPlan {
  name: string;
  brands: readonly string[];
  shelves: readonly ShelfPlan[];
}
