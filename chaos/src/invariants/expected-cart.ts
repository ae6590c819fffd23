interface Line {
  variantId: string;
  quantity: number;
}

/**
 * What happened to a cart. `ordered`: once its order was confirmed, some time after this step, its lines were taken out.
 * `isCertain`: whether it is known to have happened.
 */
export type CartStep =
  | { kind: 'ordered'; lines: readonly Line[] }
  | { kind: 'added' | 'set' | 'cleared'; lines: readonly Line[]; isCertain: boolean };

/** How many of each item may lie in a cart. */
export type CartBounds = Map<string, { least: number; most: number }>;

/**
 * What a cart may hold after these steps. When exactly an order's lines are taken out is not known, only that it is after
 * ordering and before now. The later, the less stays: what was added meanwhile is taken out as well, and what is not there
 * cannot be. So the least comes of taking out all of them at the very end, the most of taking each out at once.
 */
export function expectedCart(steps: readonly CartStep[]): CartBounds {
  const bounds: CartBounds = new Map();
  const taken = new Map<string, number>();
  for (const step of steps) {
    if (step.kind === 'ordered') order(bounds, taken, step.lines);
    else change(bounds, step);
  }
  for (const [variantId, quantity] of taken) {
    const { least, most } = boundsOf(bounds, variantId);
    bounds.set(variantId, { least: Math.max(0, least - quantity), most });
  }
  return bounds;
}

function order(bounds: CartBounds, taken: Map<string, number>, lines: readonly Line[]): void {
  for (const { variantId, quantity } of lines) {
    taken.set(variantId, (taken.get(variantId) ?? 0) + quantity);
    const { least, most } = boundsOf(bounds, variantId);
    bounds.set(variantId, { least, most: Math.max(0, most - quantity) });
  }
}

function change(bounds: CartBounds, { kind, lines, isCertain }: Exclude<CartStep, { kind: 'ordered' }>): void {
  const all = kind === 'cleared' ? [...bounds.keys()].map((variantId) => ({ variantId, quantity: 0 })) : lines;
  for (const { variantId, quantity } of all) {
    const before = boundsOf(bounds, variantId);
    const isAdded = kind === 'added';
    const after = {
      least: isAdded ? before.least + quantity : quantity,
      most: isAdded ? before.most + quantity : quantity,
    };
    const both = { least: Math.min(before.least, after.least), most: Math.max(before.most, after.most) };
    bounds.set(variantId, isCertain ? after : both);
  }
}

function boundsOf(bounds: CartBounds, variantId: string): { least: number; most: number } {
  return bounds.get(variantId) ?? { least: 0, most: 0 };
}
