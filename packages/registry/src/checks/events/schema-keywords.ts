import type { JsonSchema } from '../../state/registry-state.js';

/** What a schema says to people, and nothing of what may be said. */
const annotations = /^(title|description|examples|default|deprecated|readOnly|writeOnly|\$comment|\$id|\$schema|x-.*)$/;

/** Whether a keyword is for people alone. */
export function isAnnotation(keyword: string): boolean {
  return annotations.test(keyword);
}

/** A schema without what it says to people, inside and out, so that two can be told to mean the same. */
export function withoutAnnotations(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withoutAnnotations);
  if (typeof schema !== 'object' || schema === null) return schema;
  const kept = Object.entries(schema).filter(([keyword]) => !isAnnotation(keyword));
  return Object.fromEntries(
    kept.map(([keyword, value]) => [
      keyword,
      keyword === 'properties' ? withoutAnnotationsOfEach(value) : withoutAnnotations(value),
    ]),
  );
}

/** A field may well be called `title`. */
function withoutAnnotationsOfEach(properties: object): unknown {
  return Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, withoutAnnotations(schema)]));
}

/** A schema as the kinds of values that it allows, with null told apart. */
export interface Kinds {
  isNullable: boolean;
  /** Without null. */
  kinds: JsonSchema[];
}

/** Takes `anyOf`, `oneOf` and lists of types apart. */
export function kindsOf(schema: JsonSchema): Kinds {
  const all = flatten(schema);
  const kinds = all.filter(({ type }) => type !== 'null');
  return { isNullable: kinds.length < all.length, kinds };
}

function flatten({ anyOf, oneOf, ...schema }: JsonSchema): JsonSchema[] {
  const alternatives = (anyOf ?? oneOf) as JsonSchema[] | undefined;
  if (alternatives) return alternatives.flatMap((alternative) => flatten({ ...schema, ...alternative }));
  const { type } = schema;
  return Array.isArray(type) ? type.map((each) => ({ ...schema, type: each })) : [schema];
}
