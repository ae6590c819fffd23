import { setTimeout as delay } from 'node:timers/promises';

/**
 * Repeats a check until it passes, and returns what it returned. When the time is over, its last error is thrown.
 * @param withinMs how long to try.
 */
export async function eventually<Result>(check: () => Promise<Result> | Result, withinMs = 10_000): Promise<Result> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await delay(15);
    }
  }
}
