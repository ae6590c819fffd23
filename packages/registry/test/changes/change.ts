import type { Edit } from './edits.js';

/** What is said, as `CODE coordinate`, each with what its fix says; a note, which has none, with what it says itself. */
export type Said<Text> = Readonly<Record<string, Text>>;

/** The level that decides, with all that is said of that level. */
export type Verdict<Text> = { refused: Said<Text> } | { warned: Said<Text> } | { passed: Said<Text> };

/** A tiny change of the world, and the verdict on it. */
export type Change = Verdict<RegExp> & {
  /** As a sentence. */
  title: string;
  edits: readonly Edit[];
};
