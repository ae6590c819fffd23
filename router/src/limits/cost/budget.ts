import { type BucketSize, msEach } from '../buckets/bucket.js';

/** What this router knows of a caller's bucket: what it was told last, less what it let the caller spend since. */
export class Budget {
  /** Spent here, and not told to the others yet. */
  owed = 0;
  private fullAtMs = 0;

  constructor(
    readonly key: string,
    readonly size: BucketSize,
  ) {}

  left(nowMs: number): number {
    return this.size.capacity - Math.max(0, this.fullAtMs - nowMs) / msEach(this.size);
  }

  spend(cost: number, nowMs: number): void {
    this.fullAtMs = Math.max(this.fullAtMs, nowMs) + cost * msEach(this.size);
  }

  /** @param left what the bucket holds, as all routers see it, without what is owed since. */
  correct(left: number, nowMs: number): void {
    this.fullAtMs = nowMs + (this.size.capacity - left + this.owed) * msEach(this.size);
  }
}
