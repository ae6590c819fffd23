import { tagOf } from './kept-types.js';

/** Where in an answer entities stand whose changes events tell of. */
export interface Trace {
  /** The entity that stands here: its type, and the key of its id. */
  entity?: { typeName: string; idKey: string };
  fields: { key: string; trace: Trace }[];
}

/**
 * Adds to `tags` the entities that a value holds. Returns false when one of them cannot be named.
 */
export function traceEntities(value: unknown, trace: Trace, tags: Set<string>): boolean {
  if (value === null || value === undefined) return true;
  if (Array.isArray(value)) return value.every((item) => traceEntities(item, trace, tags));
  if (typeof value !== 'object') return false;
  const object = value as Record<string, unknown>;
  if (trace.entity) {
    const id = object[trace.entity.idKey];
    if (typeof id !== 'string' && typeof id !== 'number') return false;
    tags.add(tagOf(trace.entity.typeName, id));
  }
  return trace.fields.every(({ key, trace: inner }) => traceEntities(object[key], inner, tags));
}
