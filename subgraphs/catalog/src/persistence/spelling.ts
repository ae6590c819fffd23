/** How many letters must be changed, left out, put in or swapped with their neighbour to make one word of the other. */
export function editDistance(left: string, right: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const isSame = left[row - 1] === right[column - 1];
      const isSwap =
        row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      const changed = at(last, column - 1) + (isSame ? 0 : 1);
      const edited = Math.min(changed, at(last, column) + 1, at(current, column - 1) + 1);
      current[column] = isSwap ? Math.min(edited, at(beforeLast, column - 2) + 1) : edited;
    }
    [beforeLast, last] = [last, current];
  }
  return at(last, right.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}

/**
 * The known words that somebody who wrote `word` may have meant, the nearest first, at most three. A word that is still
 * being typed is compared with the beginnings of known words too.
 */
export function nearestWords(
  word: string,
  known: readonly string[],
  { isUnfinished }: { isUnfinished: boolean },
): string[] {
  const limit = word.length >= 6 ? 2 : 1;
  const distanceTo = (candidate: string) => {
    const whole = editDistance(word, candidate);
    return isUnfinished ? Math.min(whole, editDistance(word, candidate.slice(0, word.length)) + 0.5) : whole;
  };
  return known
    .map((candidate) => ({ candidate, distance: distanceTo(candidate) }))
    .filter(({ distance }) => distance <= limit)
    .sort((left, right) => left.distance - right.distance || (left.candidate < right.candidate ? -1 : 1))
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}
