/** After so many tries a message is given up: one and a half to three hours after the first. */
export const maxTries = 12;
/** Longer than any try can take; whoever has not said by then how it ended is taken for dead. */
export const leaseMs = 60_000;

const firstPauseMs = 5_000;

/**
 * How long to wait after so many tries: twice as long each time, and up to a half less by chance, so that what failed
 * together does not come back together.
 * @param chance from 0 up to, not including, 1.
 */
export function pauseAfterTryMs(tries: number, chance: number): number {
  const longest = firstPauseMs * 2 ** (tries - 1);
  return Math.round(longest * (1 - chance / 2));
}
