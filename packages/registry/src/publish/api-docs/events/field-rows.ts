import type { JsonSchema } from '../../../state/registry-state.js';
import { unfold } from './unfold.js';

/** A field of a message, however deep. */
export interface FieldRow {
  /** `lines[].quantity` */
  path: string;
  schema: JsonSchema;
  isRequired: boolean;
}

/** Every field of an object, each followed by those inside it. What bears a title is described where titles are. */
export function fieldRows(schema: JsonSchema, parent = ''): FieldRow[] {
  const required = new Set((schema['required'] ?? []) as string[]);
  const properties = Object.entries((schema['properties'] ?? {}) as Record<string, JsonSchema>);
  return properties.flatMap(([name, property]) => {
    const path = parent + name;
    return [{ path, schema: property, isRequired: required.has(name) }, ...rowsInside(property, path)];
  });
}

function rowsInside(property: JsonSchema, path: string): FieldRow[] {
  const { schema } = unfold(property);
  const items = schema['items'] as JsonSchema | undefined;
  if (items) return rowsInside(items, `${path}[]`);
  return schema['title'] ? [] : fieldRows(schema, `${path}.`);
}
