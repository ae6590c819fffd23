import type { JournalEntry } from '../journal/entry.js';
import type { Wish } from '../journal/wishes.js';
import type { RunRecord } from '../run-record.js';
import type { World } from '../world/world.js';
import type { Books } from './books.js';

export type InvariantId = `I${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14}`;

/** Something that must never be, and is. */
export interface Breach {
  /** For people. */
  sentence: string;
  /** What shows it: rows, entries, lines. */
  evidence: object;
}

export interface Violation extends Breach {
  invariant: InvariantId;
}

/** What invariants count beside what they judge. */
export interface Figures {
  /** Orders whose answer nobody heard: those that are there, and those that are not. */
  unknownThere?: number;
  unknownAbsent?: number;
  /** How often the broker handed an event to a consumer, as far as it remembers, and how often one was taken that was not known. */
  deliveries?: number;
  taken?: number;
  /** Mails that came more than once. */
  mailsTwice?: number;
  mails?: number;
  /** From the last fault to the first order after it; null when none came. */
  firstOrderMs?: number | null;
  /** From when the last person left until nothing was under way; null when that did not happen. */
  restMs?: number | null;
}

/** What one invariant found. */
export interface Finding {
  /** How much was looked at, by what it is. One that looked at nothing has proven nothing. */
  looked: Record<string, number>;
  breaches: Breach[];
  /** What is worth telling, though it breaks nothing. */
  remarks?: string[];
  /** The same as numbers, for whoever adds them up over many runs. */
  figures?: Figures;
}

/** All that can be looked at when a run is over and the shop is quiet. */
export interface Scene {
  world: World;
  books: Books;
  journal: readonly JournalEntry[];
  /** What people wanted, made of the journal. */
  wishes: readonly Wish[];
  record: RunRecord;
}

/** One thing that holds whatever goes wrong. */
export interface Invariant {
  id: InvariantId;
  /** What holds, for people. */
  holds: string;
  check(scene: Scene): Promise<Finding>;
}
