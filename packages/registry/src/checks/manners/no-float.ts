import { membersOf } from '../../sdl/places.js';
import type { Remark } from '../../sdl/sdl-rule.js';
import type { Subgraph } from '../../sdl/subgraph.js';
import { namedType, wordsOf } from '../../sdl/type-text.js';

/** What is a fraction by nature. */
const fractions = ['ratio', 'rating'];

/** Whether a name says that it is a fraction: `averageRating`. */
export function isCalledFraction(name: string): boolean {
  return fractions.includes(wordsOf(name).at(-1) ?? '');
}

/** Nothing is a Float but what its name calls a ratio or a rating; money least of all. */
export function noFloat(subgraph: Subgraph): Remark[] {
  return membersOf(subgraph)
    .filter(({ type }) => namedType(type) === 'Float')
    .filter(({ name }) => !isCalledFraction(name))
    .map((place) => ({
      place,
      code: 'FLOAT',
      message: `${place.coordinate} is a Float, which cannot hold every decimal fraction.`,
      fix: 'Use Money for money, and whole units that the name says for the rest, such as weightGrams: Int; only a …Ratio or …Rating may be a Float.',
    }));
}
