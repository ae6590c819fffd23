import type { JsonSchema } from '../../state/registry-state.js';

/** One difference between two versions of a schema, at one place of it. */
export interface SchemaChange {
  /** Without the word for what it is a schema of: `FIELD_REMOVED`. */
  code: string;
  /** The fields that lead there, from the top; `*` is every entry of a map. */
  path: readonly string[];
  /** What is different, as a sentence without its full stop. */
  difference: string;
  /** Whom it can hurt; a change without one is harmless. */
  drift?: Drift;
  /** How to take it back, as the beginning of a sentence. */
  remedy: string;
}

/** A place in both versions of a schema. */
export interface Place {
  path: readonly string[];
  before: JsonSchema;
  after: JsonSchema;
}

/**
 * How what is allowed now is to what was allowed before. `narrower`, `wider`: one holds the other. `other`: neither does.
 * `gone`: what could be read is not said any more. `closed`: nothing can be added any more.
 */
export type Drift = 'narrower' | 'wider' | 'other' | 'gone' | 'closed';
