/** The same list begun further on: in another round, another is first. */
export function rotated<Item>(items: readonly Item[], by: number): Item[] {
  const begin = items.length === 0 ? 0 : by % items.length;
  return [...items.slice(begin), ...items.slice(0, begin)];
}
