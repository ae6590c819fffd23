import DataLoader from 'dataloader';

/**
 * Declares a DataLoader that every request has for itself: `const productById = defineLoader(async (ids, context) => …)`,
 * then `productById(context).load(id)`. The batch function returns what it found by key; a key without an entry is null.
 */
export function defineLoader<Context extends object, Value>(
  batch: (keys: readonly string[], context: Context) => Promise<ReadonlyMap<string, Value>>,
): (context: Context) => DataLoader<string, Value | null> {
  const loaders = new WeakMap<Context, DataLoader<string, Value | null>>();
  return (context) => {
    const existing = loaders.get(context);
    if (existing) return existing;
    const loader = new DataLoader<string, Value | null>(async (keys) => {
      const found = await batch(keys, context);
      return keys.map((key) => found.get(key) ?? null);
    });
    loaders.set(context, loader);
    return loader;
  };
}

/** The rows under the value of one of their columns, for {@link defineLoader}. */
export function indexBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row> {
  return new Map(rows.map((row) => [keyOf(row), row]));
}

/** The rows in groups, for {@link defineLoader} of lists. Keys without rows have no entry. */
export function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  return Map.groupBy(rows, keyOf);
}
