import { randomInt } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { ZodError } from 'zod';
import { DomainError } from '../domain/index.js';
import { isDatabaseAway } from '../persistence/index.js';

const maxTries = 12;
const longestPauseMs = 5 * 60_000;

/** A message as its stream knows it. */
export interface Delivered {
  streamSequence: number;
  /** How often it has been delivered, this time included. */
  deliveryCount: number;
}

export interface Verdict {
  /** Those that say something about the message. */
  tries: number;
  /** Until it is wanted again; null when it is given up. */
  pauseMs: number | null;
}

/**
 * Decides what becomes of messages that could not be handled. Each has twelve tries more, at pauses that grow up to five
 * minutes. While the database is away no message is tried: it comes again after a second or two, and that is not counted.
 */
export class Retries {
  /** How often a message came in vain. Whoever starts anew counts those as tries, and gives up the earlier. */
  private readonly inVain: LRUCache<number, number>;

  /** @param maxMessages how many may wait for another try at the same time. */
  constructor(maxMessages: number) {
    this.inVain = new LRUCache({ max: maxMessages });
  }

  decide({ streamSequence, deliveryCount }: Delivered, error: unknown): Verdict {
    const isAway = isDatabaseAway(error);
    const inVain = (this.inVain.get(streamSequence) ?? 0) + (isAway ? 1 : 0);
    if (isAway) this.inVain.set(streamSequence, inVain);
    const tries = deliveryCount - inVain;
    if (isAway) return { tries, pauseMs: 500 + randomInt(1_500) };
    return { tries, pauseMs: isPermanent(error) || tries > maxTries ? null : pauseBeforeRetryMs(tries) };
  }
}

/** Whether trying again cannot help: the message breaks its contract, or a rule forbids what it asks for. */
export function isPermanent(error: unknown): boolean {
  return error instanceof ZodError || error instanceof DomainError;
}

/** How long to wait before the next try, in whole milliseconds (the broker takes no fractions): full jitter, never at once. */
function pauseBeforeRetryMs(tries: number): number {
  return 50 + randomInt(Math.min(longestPauseMs, 250 * 2 ** Math.min(tries, 16)));
}
