import { createHash } from 'node:crypto';
import type { Logger } from '@souk/kit/observability';
import type { Redis } from 'ioredis';
import { forgetScript, joinScript } from './forget.scripts.js';
import { readScript } from './read.script.js';
import { runKnownScript } from './script.js';

/** A part of an answer, as all routers share it. */
export interface SharedAnswer {
  text: string;
  tags: readonly string[];
  /** By Redis' clock, in microseconds: before it was asked for. */
  begunAtUs: number;
  maxAgeSeconds: number;
}

export interface SharedReading {
  /** By Redis' clock; what is asked for after the reading began after it. */
  atUs: number;
  /** One for each key. */
  answers: readonly (SharedAnswer | undefined)[];
}

/** The events of a stream that can still be heard. */
export interface StreamRange {
  first: number;
  last: number;
}

/**
 * The answers that all routers share. While Redis is away, or slow, it is closed: nothing is read, kept or awaited. It
 * opens again by joining the events where they were last heard.
 */
export class RedisLayer {
  private open = false;
  private readonly marks: string;
  private readonly heard: string;

  /**
   * @param prefix of all keys; another one for each supergraph, so that nobody reads what was meant otherwise.
   * @param onClosed is told when it could not be reached, though it was open.
   */
  constructor(
    private readonly redis: Redis,
    private readonly prefix: string,
    private readonly onClosed: () => void,
    private readonly logger: Logger,
  ) {
    this.marks = `${prefix}marks`;
    this.heard = `${prefix}heard`;
    redis.on('close', () => this.close());
  }

  get isOpen(): boolean {
    return this.open;
  }

  /** Whether Redis can be reached; it may have been away, so that it has to be joined first. */
  async isThere(): Promise<boolean> {
    if (this.redis.status !== 'ready') return false;
    return this.redis.ping().then(
      () => true,
      () => false,
    );
  }

  close(): void {
    if (!this.isOpen) return;
    this.open = false;
    this.onClosed();
  }

  /** Opens it. Resolves with the event after which to go on; with nothing when Redis is away. */
  async join(stream: string, { first, last }: StreamRange): Promise<number | undefined> {
    if (this.redis.status !== 'ready') return undefined;
    try {
      const heard = await this.redis.eval(joinScript.lua, 2, this.marks, this.heard, stream, first, last);
      this.open = true;
      return Number(heard);
    } catch (error) {
      this.fail(error);
      return undefined;
    }
  }

  /**
   * Tells Redis that what holds these entities is old; without `tags`, that everything is. Sent at once and never by
   * hash: whatever is read after this call is read after it took effect.
   */
  forget(stream: string, sequence: number, tags: readonly string[] | undefined): void {
    if (!this.isOpen || tags?.length === 0) return;
    this.redis
      .eval(forgetScript.lua, 2, this.marks, this.heard, stream, sequence, ...(tags ?? []))
      .catch((error: unknown) => this.fail(error));
  }

  async read(keys: readonly string[]): Promise<SharedReading | undefined> {
    if (!this.isOpen) return undefined;
    try {
      const names = keys.map((key) => this.nameOf(key));
      const [at, ...entries] = (await runKnownScript(this.redis, readScript, [this.marks, ...names])) as string[];
      return { atUs: Number(at), answers: entries.map(toAnswer) };
    } catch (error) {
      this.fail(error);
      return undefined;
    }
  }

  keep(key: string, { text, tags, begunAtUs, maxAgeSeconds }: SharedAnswer): void {
    if (!this.isOpen) return;
    const entry = `${begunAtUs} ${maxAgeSeconds}\n${tags.join(' ')}\n${text}`;
    this.redis.set(this.nameOf(key), entry, 'EX', maxAgeSeconds).catch((error: unknown) => this.fail(error));
  }

  private nameOf(key: string): string {
    return `${this.prefix}${createHash('sha256').update(key).digest('base64url')}`;
  }

  private fail(error: unknown): void {
    if (this.isOpen) this.logger.warn({ err: error }, 'Redis keeps no answers at the moment.');
    this.close();
  }
}

function toAnswer(entry: string | null): SharedAnswer | undefined {
  if (entry === null) return undefined;
  const [head = '', tags = ''] = entry.split('\n', 2);
  const [begunAtUs, maxAgeSeconds] = head.split(' ').map(Number) as [number, number];
  const text = entry.slice(head.length + tags.length + 2);
  return { text, tags: tags === '' ? [] : tags.split(' '), begunAtUs, maxAgeSeconds };
}
