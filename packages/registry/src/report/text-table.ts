/** Rows under a head, in columns as wide as they need to be. Numbers stand at the right of theirs. */
export function textTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  { numbersFrom = head.length }: { numbersFrom?: number } = {},
): string {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const pad = (cell: string, column: number) =>
    column < numbersFrom ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0);
  return all.map((row) => row.map(pad).join('  ').trimEnd()).join('\n');
}
