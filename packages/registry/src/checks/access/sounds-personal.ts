import { typesOf } from '../../sdl/places.js';
import type { Remark } from '../../sdl/sdl-rule.js';
import type { Member, SdlType, Subgraph } from '../../sdl/subgraph.js';
import { namedType, wordsOf } from '../../sdl/type-text.js';
import { isDeclared, personalCoordinates } from './declared.js';

/** Words that tell of a person wherever they stand. */
const personalWords = wordSet(`
  email mail phone mobile fax address street line1 line2 line3 zip postcode surname nickname username birth birthday
  birthdate gender iban passport ip latitude longitude token secret password`);
/** Names that do so only as a whole. */
const personalNames = wordSet(`
  postalCode userAgent dateOfBirth firstName lastName middleName fullName givenName familyName maidenName userName
  customerName contactName buyerName recipientName`);
/** In a type that is called so, a `name` is a person's. */
const people = wordSet(
  'customer person user account member guest recipient contact staff employee buyer address profile',
);

/** A field that sounds personal is declared personal, or somebody has looked at it and said that it is not. */
export function soundsPersonal(subgraph: Subgraph, all: readonly Subgraph[]): Remark[] {
  const personal = personalCoordinates(all);
  return typesOf(subgraph, 'object')
    .filter((owner) => !personal.has(owner.name) && !isDeclared(owner, 'not-personal'))
    .flatMap((owner) => owner.fields.filter((field) => isSuspect(owner, field, subgraph)))
    .filter((field) => !personal.has(field.coordinate) && !isDeclared(field, 'not-personal'))
    .map((place) => ({
      place,
      code: 'SOUNDS_PERSONAL',
      message: `${place.coordinate} sounds as if it told something about a person.`,
      fix: `If it does, declare the type or the field with @Directive('@tag(name: "personal")') and guard it; if not, with "not-personal" in that place.`,
    }));
}

/** Only what is a value itself: an id tells nothing, and objects are looked at where they are declared. */
function isSuspect(owner: SdlType, { name, type }: Member, { types }: Subgraph): boolean {
  if (namedType(type) === 'ID') return false;
  if (['object', 'interface', 'union'].includes(types.get(namedType(type))?.kind ?? 'scalar')) return false;
  if (name === 'name') return wordsOf(owner.name).some((word) => people.has(word));
  return personalNames.has(name) || wordsOf(name).some((word) => personalWords.has(word));
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}
