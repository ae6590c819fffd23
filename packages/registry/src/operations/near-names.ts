/** The names that look most like a given one, nearest first, five at most. */
export function nearNames(given: string, known: readonly string[]): string[] {
  const limit = Math.max(2, Math.floor(given.length / 3));
  const measured = known.map((name) => ({ name, distance: distance(given.toLowerCase(), name.toLowerCase()) }));
  const near = measured.filter((candidate) => candidate.distance <= limit).sort((a, b) => a.distance - b.distance);
  return near.slice(0, 5).map(({ name }) => name);
}

/** How many letters must be put in, taken out or changed to make one word the other (Levenshtein). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...one].entries()) {
    const next = [index + 1];
    for (const [column, otherLetter] of [...other].entries()) {
      const changed = (row[column] ?? 0) + (letter === otherLetter ? 0 : 1);
      next.push(Math.min(changed, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
