import type { PartName, PartResults } from '../parts/part.js';
import type { Source } from './source.js';

/** To be raised whenever a kept result changes its form: what was kept before then counts as not measured. */
export const form = 1;

/** A try that came to no result, which no later one hides. */
export interface Failure {
  at: string;
  message: string;
}

/** The result of one task, with everything that it depends on. */
export interface Kept<Result> {
  form: number;
  part: PartName;
  task: string;
  size: Record<string, string | number>;
  source: Source;
  measuredAt: string;
  /** Processor, memory and Node; no name. */
  machine: string;
  /** Of the machine in the minute before, 0 when it did nothing. */
  load: number;
  servers: string | null;
  /** Null while no try came to one. */
  result: Result | null;
  failures: Failure[];
}

export type Done<Result> = Kept<Result> & { result: Result };

/** All that was asked of a part when it was last measured, and what is there of it. */
export interface Series<Result> {
  asked: number;
  done: Done<Result>[];
  /** Tries without a result, those of tasks that have one by now among them. */
  failures: (Failure & { task: string })[];
}

/** What the document is written from; a part that was never measured is null. */
export type Findings = { [Name in PartName]: Series<PartResults[Name]> | null };
