import { LRUCache } from 'lru-cache';
import { type Buckets, type Draw, type Drawn, msEach } from './bucket.js';

const rememberedBuckets = 50_000;
/** What arithmetic with fractions may be off by. */
const roundingMs = 0.5;

/** Buckets of this process alone; those that were drawn from last are remembered. */
export class LocalBuckets implements Buckets {
  /** When each will be full again, which says how much it holds. */
  private readonly fullAtMs = new LRUCache<string, number>({ max: rememberedBuckets });

  constructor(private readonly now: () => number = Date.now) {}

  async draw(draws: readonly Draw[]): Promise<Drawn> {
    const nowMs = this.now();
    const fullAtMs = draws.map(({ key, size, owed = 0 }) => {
      return Math.max(this.fullAtMs.get(key) ?? 0, nowMs) + owed * msEach(size);
    });
    const after = draws.map(({ amount, size }, index) => fullAtMs[index]! + amount * msEach(size));
    const waits = draws.map(({ size }, index) => after[index]! - nowMs - size.capacity * msEach(size));
    const waitMs = Math.max(0, ...waits);
    const isTaken = waitMs < roundingMs;
    const left = draws.map(({ key, size }, index) => {
      const final = isTaken ? after[index]! : fullAtMs[index]!;
      this.fullAtMs.set(key, final);
      return Math.floor(size.capacity - (final - nowMs) / msEach(size));
    });
    return { isTaken, retryAfterMs: isTaken ? 0 : Math.ceil(waitMs), left };
  }
}
