import { isDeepStrictEqual } from 'node:util';
import type { JsonSchema } from '../../state/registry-state.js';
import type { Place, SchemaChange } from './schema-change.js';
import { withoutAnnotations } from './schema-keywords.js';

type Fields = Readonly<Record<string, JsonSchema>>;

/** Which fields of an object came, went, were renamed, and which must or need not be there any more. */
export function compareFields(place: Place): SchemaChange[] {
  const [old, present] = [fieldsOf(place.before), fieldsOf(place.after)];
  const gone = Object.keys(old).filter((name) => !(name in present));
  const renamed = pairRenamed(gone, place);
  const added = Object.keys(present).filter((name) => !(name in old) && ![...renamed.values()].includes(name));
  return [
    ...closing(place),
    ...gone.map((name) => removal(place.path, name, renamed.get(name))),
    ...added.map((name) => addition(place, name)),
    ...Object.keys(old).flatMap((name) => (name in present ? changeOfNeed(place, name) : [])),
  ];
}

/** The fields that stand on both sides, to be compared themselves. */
export function commonFields({ path, before, after }: Place): Place[] {
  const [old, present] = [fieldsOf(before), fieldsOf(after)];
  return Object.entries(old).flatMap(([name, schema]) => {
    const counterpart = present[name];
    return counterpart ? [{ path: [...path, name], before: schema, after: counterpart }] : [];
  });
}

/** A field that went while one with the very same schema came has another name now. */
function pairRenamed(gone: readonly string[], { before, after }: Place): Map<string, string> {
  const [old, present] = [fieldsOf(before), fieldsOf(after)];
  const candidates = Object.keys(present).filter((name) => !(name in old));
  const pairs = new Map<string, string>();
  for (const name of gone) {
    const index = candidates.findIndex((other) => isAlike(old[name], present[other]));
    if (index >= 0) pairs.set(name, ...(candidates.splice(index, 1) as [string]));
  }
  return pairs;
}

function isAlike(first: JsonSchema | undefined, second: JsonSchema | undefined): boolean {
  return isDeepStrictEqual(withoutAnnotations(first), withoutAnnotations(second));
}

function removal(path: readonly string[], name: string, newName: string | undefined): SchemaChange {
  const field = [...path, name];
  if (newName === undefined) {
    const remedy = `Put \`${name}\` back`;
    return { code: 'FIELD_REMOVED', path: field, difference: 'The field is gone', drift: 'gone', remedy };
  }
  return {
    code: 'FIELD_RENAMED',
    path: field,
    difference: `The field is called \`${newName}\` now`,
    drift: 'other',
    remedy: `Put \`${name}\` back, and add \`${newName}\` beside it as an optional field`,
  };
}

function addition({ path, before, after }: Place, name: string): SchemaChange {
  const field = [...path, name];
  const added = { code: 'FIELD_ADDED', path: field, remedy: `Take \`${name}\` out` };
  if (refusesUnknown(before)) {
    return { ...added, difference: 'The field is new in an object that refuses unknown fields', drift: 'wider' };
  }
  if (!needs(after, name)) return { ...added, difference: 'An optional field is new' };
  const difference = 'The field is new and required';
  return { code: 'FIELD_REQUIRED', path: field, difference, drift: 'narrower', remedy: `Make \`${name}\` optional` };
}

function changeOfNeed({ path, before, after }: Place, name: string): SchemaChange[] {
  const [was, is] = [needs(before, name), needs(after, name)];
  if (was === is) return [];
  const field = [...path, name];
  if (is) {
    const difference = 'The field was optional and is required now';
    const remedy = `Make \`${name}\` optional again`;
    return [{ code: 'FIELD_REQUIRED', path: field, difference, drift: 'narrower', remedy }];
  }
  const difference = 'The field was required and is optional now';
  const remedy = `Make \`${name}\` required again`;
  return [{ code: 'FIELD_OPTIONAL', path: field, difference, drift: 'wider', remedy }];
}

function closing({ path, before, after }: Place): SchemaChange[] {
  if (refusesUnknown(before) || !refusesUnknown(after)) return [];
  const difference = 'It refuses unknown fields now';
  return [{ code: 'FIELD_NARROWED', path, difference, drift: 'closed', remedy: 'Let unknown fields pass' }];
}

function refusesUnknown({ additionalProperties }: JsonSchema): boolean {
  return additionalProperties === false;
}

function needs({ required }: JsonSchema, name: string): boolean {
  return Array.isArray(required) && required.includes(name);
}

function fieldsOf({ properties }: JsonSchema): Fields {
  return (properties ?? {}) as Fields;
}
