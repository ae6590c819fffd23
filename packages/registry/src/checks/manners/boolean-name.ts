import { membersOf } from '../../sdl/places.js';
import type { Remark } from '../../sdl/sdl-rule.js';
import type { Subgraph } from '../../sdl/subgraph.js';
import { namedType } from '../../sdl/type-text.js';

const question = /^(is|are|has|have|can|may|must|was|were|needs|in)[A-Z]/;
const participle = /^[a-z]+ed([A-Z]|$)/;
const statement = /[a-z](Includes?|Contains?|Needs?|Allows?|Covers?)[A-Z]/;
const filter = /[a-z]Only$/;

/** A Boolean can be answered with yes or no: `isSet`, `inStock`, `replayed`, `pricesIncludeTax`, `unreadOnly`. */
export function booleanName(subgraph: Subgraph): Remark[] {
  return membersOf(subgraph)
    .filter(({ type }) => namedType(type) === 'Boolean')
    .filter(({ name }) => ![question, participle, statement, filter].some((form) => form.test(name)))
    .map((place) => ({
      place,
      code: 'BOOLEAN_NAME',
      message: `${place.coordinate} is a Boolean that is not named like a question.`,
      fix: 'Begin with is, has, can, may, must, needs or in (isGift), use a participle (replayed), or end a filter in Only.',
    }));
}
