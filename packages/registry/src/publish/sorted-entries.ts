/** The entries of an object or a map, sorted by their keys as code points, which is the same on every machine. */
export function sortedEntries<Value>(
  source: Readonly<Record<string, Value>> | ReadonlyMap<string, Value>,
): [key: string, value: Value][] {
  const entries = source instanceof Map ? [...source] : Object.entries<Value>(source as Record<string, Value>);
  return entries.sort(([first], [second]) => (first < second ? -1 : 1));
}
