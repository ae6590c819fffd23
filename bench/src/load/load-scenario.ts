import type { Durations } from './closed-loop.js';

/** What customers do under load, and what is prepared for it. */
export interface LoadScenario {
  /** One operation, in words. */
  operation: string;
  /** What is timed in it: keys of the durations, and what each is called in a table. */
  steps: Readonly<Record<string, string>>;
  operate(turn: number): Promise<Durations>;
  /** Clears away what was prepared. */
  finish(): Promise<void>;
}
