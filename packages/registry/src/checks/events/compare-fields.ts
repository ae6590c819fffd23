import { isDeepStrictEqual } from 'node:util';
import type { JsonSchema } from '../../state/registry-state.js';
import { consequences, type Place, type SchemaChange } from './schema-change.js';
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
    const message = "The field is gone: consumers that run yesterday's code miss it.";
    return { code: 'EVENT_FIELD_REMOVED', path: field, message, remedy: `Put \`${name}\` back` };
  }
  return {
    code: 'EVENT_FIELD_RENAMED',
    path: field,
    message: `The field is called \`${newName}\` now: nobody finds it under its old name.`,
    remedy: `Put \`${name}\` back, and add \`${newName}\` beside it as an optional field`,
  };
}

function addition({ path, before, after }: Place, name: string): SchemaChange {
  const field = [...path, name];
  if (refusesUnknown(before)) {
    const message = `The field is new in an object that refuses unknown fields: ${consequences.wider}.`;
    return { code: 'EVENT_FIELD_ADDED', path: field, message, remedy: `Take \`${name}\` out` };
  }
  if (!needs(after, name)) return { code: 'EVENT_FIELD_ADDED', path: field, message: 'An optional field is new.' };
  const message = `The field is new and required: ${consequences.narrower}.`;
  return { code: 'EVENT_FIELD_REQUIRED', path: field, message, remedy: `Make \`${name}\` optional` };
}

function changeOfNeed({ path, before, after }: Place, name: string): SchemaChange[] {
  const [was, is] = [needs(before, name), needs(after, name)];
  if (was === is) return [];
  const field = [...path, name];
  if (is) {
    const message = `The field was optional and is required now: ${consequences.narrower}.`;
    return [{ code: 'EVENT_FIELD_REQUIRED', path: field, message, remedy: `Make \`${name}\` optional again` }];
  }
  const message = `The field was required and is optional now: ${consequences.wider}.`;
  return [{ code: 'EVENT_FIELD_OPTIONAL', path: field, message, remedy: `Make \`${name}\` required again` }];
}

function closing({ path, before, after }: Place): SchemaChange[] {
  if (refusesUnknown(before) || !refusesUnknown(after)) return [];
  const message = 'It refuses unknown fields now: no field can be added to it any more without hurting consumers.';
  return [{ code: 'EVENT_FIELD_NARROWED', path, message, remedy: 'Let unknown fields pass' }];
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
