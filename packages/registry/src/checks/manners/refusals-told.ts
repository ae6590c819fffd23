import { outputFields } from '../../sdl/places.js';
import type { Remark } from '../../sdl/sdl-rule.js';
import type { Place, Subgraph } from '../../sdl/subgraph.js';

/**
 * Every refusal is told in the description of what refuses, unless it is going; and every refusal that is told is declared.
 */
export function refusalsTold(subgraph: Subgraph): Remark[] {
  const declared = subgraph.types.get('UserErrorCode')?.values ?? [];
  const told = outputFields(subgraph).flatMap(({ field }) => refusalsIn(field));
  const isDeclared = (code: string) => declared.some(({ name }) => name === code);
  return [
    ...told.filter(({ refusal }) => !isDeclared(refusal)).map(remarkUndeclared),
    ...declared
      .filter((code) => !isGoing(code) && !told.some(({ refusal }) => refusal === code.name))
      .map(remarkUntold),
  ];
}

/** Nobody may refuse with it any more, and it stays for those who have it in their documents. */
function isGoing({ directives }: Place): boolean {
  return directives.some(({ name }) => name === 'deprecated');
}

/** What stands in a description after `Refusals:`, up to the end of the sentence. */
function refusalsIn(place: Place): { place: Place; refusal: string }[] {
  const [, sentence = ''] = /Refusals: ([^.]*)/.exec(place.description) ?? [];
  return [...sentence.matchAll(/\b[A-Z]+(_[A-Z]+)*\b/g)].map(([refusal]) => ({ place, refusal }));
}

function remarkUndeclared({ place, refusal }: { place: Place; refusal: string }): Remark {
  const message = `${place.coordinate} tells of the refusal ${refusal}, which the subgraph does not declare.`;
  const fix = 'Add it to `userErrorCodes` in graph.ts and to schema/refusals.ts, or take it out of the description.';
  return { place, code: 'REFUSAL_UNDECLARED', message, fix };
}

function remarkUntold(place: Place): Remark {
  const message = `No description tells who refuses with ${place.name}.`;
  const fix =
    'Name it after `Refusals:` in the description of the mutation; if none refuses with it any more, deprecate it in schema/refusals.ts.';
  return { place, code: 'REFUSAL_UNTOLD', message, fix };
}
