import type { Remark } from '../../sdl/sdl-rule.js';
import type { Place, Subgraph } from '../../sdl/subgraph.js';

/** A refusal means the same in every subgraph; clients see one enum. */
export function refusalsAgree(subgraph: Subgraph, all: readonly Subgraph[]): Remark[] {
  return refusalsOf(subgraph).flatMap((place) => {
    const namesakes = all.flatMap(refusalsOf).filter(({ name }) => name === place.name);
    if (namesakes.every(({ description }) => description === place.description)) return [];
    const message = `${place.coordinate} is described in ${new Set(namesakes.map(({ description }) => description)).size} ways.`;
    const fix = 'Describe it once, in schema/refusals.ts, and take it from there.';
    return [{ place, code: 'REFUSAL_MEANINGS', message, fix }];
  });
}

function refusalsOf({ types }: Subgraph): readonly Place[] {
  return types.get('UserErrorCode')?.values ?? [];
}
