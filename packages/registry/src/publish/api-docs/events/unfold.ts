import type { JsonSchema } from '../../../state/registry-state.js';

/** A schema without what only says that null may stand there instead. */
export interface Unfolded {
  schema: JsonSchema;
  isNullable: boolean;
}

/** Takes apart "this, or null". */
export function unfold(schema: JsonSchema): Unfolded {
  const { anyOf, type, ...rest } = schema as { anyOf?: JsonSchema[]; type?: string | string[] };
  if (Array.isArray(type)) return { schema: { ...rest, type: type.find((one) => one !== 'null') }, isNullable: true };
  const others = anyOf?.filter((alternative) => alternative['type'] !== 'null');
  if (!others || others.length === anyOf?.length) return { schema, isNullable: false };
  const [only, ...more] = others;
  return { schema: { ...(more.length > 0 ? { anyOf: others } : only), ...rest }, isNullable: true };
}

/** The alternatives of a schema; itself when it has none. */
export function alternativesOf(schema: JsonSchema): JsonSchema[] {
  return (schema['oneOf'] ?? schema['anyOf'] ?? [schema]) as JsonSchema[];
}
