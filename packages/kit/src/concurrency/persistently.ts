import { randomInt } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';

export interface Persistence {
  /** Whether trying again may help, after a failure. */
  isPassing(error: unknown): boolean;
  /** Told of each failure that is not the end. */
  onFailure(error: unknown): void;
}

const firstPauseMs = 200;
const longestPauseMs = 5_000;

/** Does something until it succeeds, with growing pauses of random length, for ever. @throws what will not pass. */
export async function persistently<Result>(
  work: () => Promise<Result>,
  { isPassing, onFailure }: Persistence,
): Promise<Result> {
  for (let mostMs = firstPauseMs; ; mostMs = Math.min(longestPauseMs, mostMs * 2)) {
    try {
      return await work();
    } catch (error) {
      if (!isPassing(error)) throw error;
      onFailure(error);
      await delay(randomInt(mostMs / 2, mostMs));
    }
  }
}
