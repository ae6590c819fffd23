import { LRUCache } from 'lru-cache';
import { Marks } from './marks.js';

/** A part of an answer, and all that tells whether it may still be served. */
export interface KeptAnswer {
  /** As JSON, so that nobody can change what others get. */
  text: string;
  /** The entities that it holds. */
  tags: readonly string[];
  /** By the process's own clock, which never jumps. */
  expiresAtMs: number;
  /** The moment before it was asked for. */
  begunAt: number;
}

export interface MemoryBounds {
  entries: number;
  /** Of text; what holds it together comes to about 200 for each entry. */
  bytes: number;
}

const overheadBytes = 200;

/** The answers that were used last, in this process. */
export class MemoryLayer {
  private readonly marks = new Marks();
  private readonly kept: LRUCache<string, KeptAnswer>;

  constructor({ entries, bytes }: MemoryBounds) {
    this.kept = new LRUCache({
      max: entries,
      maxSize: bytes,
      maxEntrySize: Math.ceil(bytes / 16),
      sizeCalculation: ({ text, tags }, key) => (text.length + key.length + tags.join().length) * 2 + overheadBytes,
    });
  }

  /** The moment to give to what is asked for from now on. */
  get moment(): number {
    return this.marks.moment;
  }

  get size(): number {
    return this.kept.size;
  }

  recall(key: string): string | undefined {
    const answer = this.kept.get(key);
    if (answer === undefined) return undefined;
    if (answer.expiresAtMs > performance.now() && this.marks.isCurrent(answer.begunAt, answer.tags)) return answer.text;
    this.kept.delete(key);
    return undefined;
  }

  keep(key: string, answer: KeptAnswer): void {
    if (this.marks.isCurrent(answer.begunAt, answer.tags)) this.kept.set(key, answer);
  }

  /** Nothing that holds one of these entities is served any more, nor what is being asked about them now. */
  forget(tags: readonly string[]): void {
    this.marks.add(tags);
  }

  forgetAll(): void {
    this.marks.addAll();
    this.kept.clear();
  }
}
