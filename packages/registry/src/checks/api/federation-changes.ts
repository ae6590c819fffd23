import { parseSubgraph } from '../../sdl/parse-subgraph.js';
import type { CheckContext } from '../check.js';
import type { Finding } from '../finding.js';
import { usageOf } from '../usage.js';
import { directiveChanges } from './directive-changes.js';
import { keyChanges } from './key-changes.js';
import { movedFields } from './moved-fields.js';
import { ruleChanges } from './rule-changes.js';

/**
 * What changes between the subgraphs that clients do not see in the API: keys, who serves what, what is hidden, and who
 * may see what.
 *
 * NOTE: directives are compared here and not by the inspector, which pairs repeated ones by their place, so that a key
 * removed is told as another one changed, and takes the arguments of a new element's directives for changed ones.
 */
export function federationChanges({ before, after }: CheckContext): Finding[] {
  const pair = { before: before.subgraphs.map(parseSubgraph), after: after.subgraphs.map(parseSubgraph) };
  const usage = usageOf(before.api, after.operations);
  return [...keyChanges(pair), ...directiveChanges(pair), ...movedFields(pair), ...ruleChanges(pair, usage)];
}
