import { isDeepStrictEqual } from 'node:util';
import type { JsonSchema } from '../../state/registry-state.js';
import { commonFields, compareFields } from './compare-fields.js';
import { compareNull, nameOf, pairKinds } from './compare-kinds.js';
import { compareLimits, limitKeywords } from './compare-limits.js';
import { compareValues } from './compare-values.js';
import type { Drift, Place, SchemaChange } from './schema-change.js';
import { isAnnotation, withoutAnnotations } from './schema-keywords.js';

/** Every difference between two versions of a schema that somebody who reads or writes messages could feel. */
export function compareSchemas(before: JsonSchema, after: JsonSchema): SchemaChange[] {
  return comparePlace({ path: [], before, after });
}

function comparePlace(place: Place): SchemaChange[] {
  const { pairs, changes } = pairKinds(place);
  return [...compareNull(place), ...changes, ...pairs.flatMap(compareKind)];
}

function compareKind(place: Place): SchemaChange[] {
  if (place.before['type'] !== place.after['type']) return [retyping(place)];
  return [
    ...compareValues(place),
    ...compareLimits(place),
    ...compareFields(place),
    ...compareOtherKeywords(place),
    ...[...commonFields(place), ...contentsOf(place)].flatMap(comparePlace),
  ];
}

function retyping({ path, before, after }: Place): SchemaChange {
  const drift = driftOfTypes(before['type'], after['type']);
  const difference = `It was ${nameOf(before)} and is ${nameOf(after)} now`;
  return { code: 'FIELD_RETYPED', path, difference, drift, remedy: `Make it ${nameOf(before)} again` };
}

function driftOfTypes(was: unknown, is: unknown): Drift {
  if (is === undefined || (was === 'integer' && is === 'number')) return 'wider';
  return was === undefined || (was === 'number' && is === 'integer') ? 'narrower' : 'other';
}

/** What a list or a map holds. */
function contentsOf({ path, before, after }: Place): Place[] {
  return [
    ...bothSchemas(path, before['items'], after['items']),
    ...bothSchemas([...path, '*'], before['additionalProperties'], after['additionalProperties']),
  ];
}

function bothSchemas(path: readonly string[], before: unknown, after: unknown): Place[] {
  return isSchema(before) && isSchema(after) ? [{ path, before, after }] : [];
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null;
}

/** What has no rule of its own must stay as it is. */
function compareOtherKeywords({ path, before, after }: Place): SchemaChange[] {
  const [old, present] = [otherKeywordsOf(before), otherKeywordsOf(after)];
  const keywords = [...new Set([...Object.keys(old), ...Object.keys(present)])];
  return keywords
    .filter((keyword) => !isDeepStrictEqual(old[keyword], present[keyword]))
    .map((keyword) => ({
      code: 'FIELD_CHANGED',
      path,
      difference: `\`${keyword}\` of its JSON Schema has changed`,
      drift: 'other',
      remedy: `Leave \`${keyword}\` as it was`,
    }));
}

const comparedElsewhere = new Set([...limitKeywords, 'type', 'enum', 'const', 'properties', 'required']);
const contentKeywords = ['items', 'additionalProperties'];

/** Of what a list or a map holds it matters here only that it is told at all. */
function otherKeywordsOf(schema: JsonSchema): JsonSchema {
  const others = Object.entries(schema).flatMap(([keyword, value]) => {
    if (isAnnotation(keyword) || comparedElsewhere.has(keyword)) return [];
    if (!contentKeywords.includes(keyword)) return [[keyword, withoutAnnotations(value)]];
    return isSchema(value) ? [[keyword, true]] : [];
  });
  return Object.fromEntries(others);
}
