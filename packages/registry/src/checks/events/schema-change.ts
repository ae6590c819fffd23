import type { JsonSchema } from '../../state/registry-state.js';

/** One difference between two versions of a schema, at one place of it. */
export interface SchemaChange {
  code: string;
  /** The fields that lead there, from the top; `*` is every entry of a map. */
  path: readonly string[];
  /** What is different, and whom it hurts, as a sentence. */
  message: string;
  /** How to take it back, as the beginning of a sentence; a change without one is harmless. */
  remedy?: string;
}

/** A place in both versions of a schema. */
export interface Place {
  path: readonly string[];
  before: JsonSchema;
  after: JsonSchema;
}

/** Which of two sets of messages is larger: what was allowed before, or what is allowed now. */
export type Drift = 'narrower' | 'wider' | 'other';

/** Whom a drift hurts. Messages are kept, and processes are replaced one after the other, so both directions count. */
export const consequences: Record<Drift, string> = {
  narrower: 'some messages that were published before cannot be read any more',
  wider: "consumers that still run yesterday's code refuse some of today's messages",
  other: "yesterday's code and today's do not read each other's messages",
};
