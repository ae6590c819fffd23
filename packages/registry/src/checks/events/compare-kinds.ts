import type { JsonSchema } from '../../state/registry-state.js';
import type { Place, SchemaChange } from './schema-change.js';
import { kindsOf } from './schema-keywords.js';

/** Whether null came or went. */
export function compareNull({ path, before, after }: Place): SchemaChange[] {
  const [was, is] = [kindsOf(before).isNullable, kindsOf(after).isNullable];
  if (was === is) return [];
  if (is) {
    const remedy = 'Leave it as it was, never null';
    return [{ code: 'FIELD_NULLABLE', path, difference: 'It may be null now', drift: 'wider', remedy }];
  }
  const difference = 'It may not be null any more';
  return [{ code: 'FIELD_NOT_NULLABLE', path, difference, drift: 'narrower', remedy: 'Allow null again' }];
}

/** Alternatives that stand on both sides, to be compared themselves, and those that came or went. */
export function pairKinds({ path, before, after }: Place): { pairs: Place[]; changes: SchemaChange[] } {
  const [old, present] = [kindsOf(before).kinds, kindsOf(after).kinds];
  if (old.length === 1 && present.length === 1) {
    return { pairs: [{ path, before: old[0] ?? {}, after: present[0] ?? {} }], changes: [] };
  }
  const added = [...present];
  const pairs: Place[] = [];
  const gone: JsonSchema[] = [];
  for (const kind of old) {
    const index = added.findIndex((other) => nameOf(other) === nameOf(kind));
    if (index < 0) gone.push(kind);
    else pairs.push({ path, before: kind, after: added.splice(index, 1)[0] ?? {} });
  }
  return {
    pairs,
    changes: [...gone.map((kind) => kindGone(path, kind)), ...added.map((kind) => kindAdded(path, kind))],
  };
}

function kindGone(path: Place['path'], kind: JsonSchema): SchemaChange {
  const difference = `It may not be ${nameOf(kind)} any more`;
  return { code: 'KIND_REMOVED', path, difference, drift: 'narrower', remedy: `Allow ${nameOf(kind)} again` };
}

function kindAdded(path: Place['path'], kind: JsonSchema): SchemaChange {
  const difference = `It may also be ${nameOf(kind)} now`;
  return { code: 'KIND_ADDED', path, difference, drift: 'wider', remedy: `Take ${nameOf(kind)} out` };
}

const typeNames: Record<string, string> = {
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  object: 'an object',
  array: 'a list',
};

/** What a schema allows, in words, with what its constant fields say: `an object with kind "CARD"`. */
export function nameOf({ type, properties }: JsonSchema): string {
  const name = typeNames[String(type)] ?? 'anything';
  const constants = Object.entries((properties ?? {}) as Record<string, JsonSchema>).flatMap(([field, schema]) =>
    'const' in schema ? [`${field} ${JSON.stringify(schema['const'])}`] : [],
  );
  return constants.length > 0 ? `${name} with ${constants.join(' and ')}` : name;
}
