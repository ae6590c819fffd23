import type { JsonSchema } from '../../../state/registry-state.js';
import { sortedEntries } from '../../sorted-entries.js';

/** The kinds of fields that recur in messages, by their titles, sorted. */
export function titledFields(schemas: readonly JsonSchema[]): [title: string, schema: JsonSchema][] {
  const found = schemas.flatMap(partsOf).flatMap(partsWithin);
  return sortedEntries(new Map(found.map(({ description, ...schema }) => [String(schema['title']), schema])));
}

function partsWithin(schema: JsonSchema): JsonSchema[] {
  const inside = partsOf(schema).flatMap(partsWithin);
  return schema['title'] ? [schema, ...inside] : inside;
}

function partsOf(schema: JsonSchema): JsonSchema[] {
  const {
    properties = {},
    items,
    anyOf = [],
    oneOf = [],
  } = schema as {
    properties?: Record<string, JsonSchema>;
    items?: JsonSchema;
    anyOf?: JsonSchema[];
    oneOf?: JsonSchema[];
  };
  return [...Object.values(properties), ...(items ? [items] : []), ...anyOf, ...oneOf];
}
