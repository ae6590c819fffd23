import { typesOf } from '../../sdl/places.js';
import type { Remark } from '../../sdl/sdl-rule.js';
import type { Subgraph } from '../../sdl/subgraph.js';
import { isRule } from './guard.js';

/** Rules stand on objects and their fields: on an interface, only some ways to what is behind it would be guarded. */
export function noRuleOnInterfaces(subgraph: Subgraph): Remark[] {
  return typesOf(subgraph, 'interface')
    .flatMap((type) => [type, ...type.fields])
    .filter(({ directives }) => directives.some(isRule))
    .map((place) => ({
      place,
      code: 'RULE_ON_INTERFACE',
      message: `${place.coordinate} has an access rule, and belongs to an interface.`,
      fix: 'Put the rule on every type that implements the interface instead.',
    }));
}
