import { rootFields } from '../../sdl/places.js';
import type { Remark } from '../../sdl/sdl-rule.js';
import type { Subgraph } from '../../sdl/subgraph.js';
import { wordsOf } from '../../sdl/type-text.js';
import { verbs } from './verbs.js';

/** Mutations are verbs, as the use cases behind them. */
export function mutationName(subgraph: Subgraph): Remark[] {
  return rootFields(subgraph, 'Mutation')
    .filter(({ name }) => !verbs.has(wordsOf(name)[0] ?? ''))
    .map((place) => ({
      place,
      code: 'MUTATION_NAME',
      message: `The mutation ${place.name} does not begin with a verb.`,
      fix: `Call it what it does, such as placeOrder; if "${wordsOf(place.name)[0]}" is a verb, add it to packages/registry/src/checks/manners/verbs.ts.`,
    }));
}
