import { envelopeSchema } from '@souk/kit/messaging';
import type { Logger } from '@souk/kit/observability';
import type { CacheTallies } from './cache-tallies.js';
import type { HeardEvent, StreamListener } from './follow-stream.js';
import { type Invalidation, invalidations } from './invalidations.js';
import { tagsOf } from './kept-types.js';
import type { MemoryLayer } from './memory-layer.js';
import type { RedisLayer, SharedAnswer, StreamRange } from './redis/redis-layer.js';

/** What holds more entities is asked for each time. */
const mostTags = 500;

const byType = new Map<string, Invalidation>(invalidations.map((row) => [row.contract.type, row]));

export interface CacheParts {
  memory: MemoryLayer;
  /** Absent where there is no Redis. */
  shared?: RedisLayer | undefined;
  /** Whose events must be heard. */
  streams: readonly string[];
  tallies: CacheTallies;
  logger: Logger;
}

/** What was looked for beyond the memory. What is asked for after that may be kept. */
export interface Search {
  /** One for each key that was looked for. */
  texts: readonly (string | undefined)[];
  keep(index: number, text: string, tags: ReadonlySet<string>): void;
}

/**
 * Parts of answers, kept for as long as nothing tells that they are old. Whatever is not heard of cannot be told: as
 * long as one stream is not heard as it happens, nothing is served and nothing is kept.
 */
export class ResponseCache implements StreamListener {
  private readonly heardStreams = new Set<string>();
  private readonly positions = new Map<string, number>();

  constructor(private readonly parts: CacheParts) {}

  /** Whether everything is heard as it happens. */
  get isCurrent(): boolean {
    return this.heardStreams.size === this.parts.streams.length;
  }

  /** What this process has of it. Only while {@link isCurrent}. */
  recall(key: string): string | undefined {
    const { memory, tallies } = this.parts;
    const text = memory.recall(key);
    if (text !== undefined) tallies.memoryHits.add();
    return text;
  }

  /** Looks beyond this process. Everything that is asked for later began later. */
  async search(keys: readonly string[], maxAgeSeconds: number): Promise<Search> {
    const { memory, shared, tallies } = this.parts;
    const begunAt = memory.moment;
    const reading = await shared?.read(keys);
    const found = reading?.answers.map((answer, index) => {
      if (!answer) return undefined;
      const leftMs = answer.maxAgeSeconds * 1_000 - (reading.atUs - answer.begunAtUs) / 1_000;
      memory.keep(keys[index] as string, { ...answer, begunAt, expiresAtMs: performance.now() + leftMs });
      return answer.text;
    });
    const texts = found ?? keys.map(() => undefined);
    const hits = texts.filter((text) => text !== undefined).length;
    tallies.sharedHits.add(hits);
    tallies.misses.add(keys.length - hits);
    const expiresAtMs = performance.now() + maxAgeSeconds * 1_000;
    return {
      texts,
      keep: (index, text, tagSet) => {
        if (!this.isCurrent || tagSet.size > mostTags) return;
        const [key, tags] = [keys[index] as string, [...tagSet]];
        memory.keep(key, { text, tags, begunAt, expiresAtMs });
        if (reading) shared?.keep(key, { text, tags, maxAgeSeconds, begunAtUs: reading.atUs } satisfies SharedAnswer);
      },
    };
  }

  async resumeAfter(stream: string, range: StreamRange): Promise<number> {
    const { memory, shared } = this.parts;
    const own = this.positions.get(stream) ?? Number.NEGATIVE_INFINITY;
    const isWhole = own >= range.first - 1 && own <= range.last;
    if (!isWhole) memory.forgetAll();
    const position = isWhole ? own : range.last;
    this.positions.set(stream, position);
    return Math.min(position, (await shared?.join(stream, range)) ?? position);
  }

  hear(stream: string, { sequence, type, content }: HeardEvent): void {
    this.positions.set(stream, sequence);
    const row = byType.get(type);
    if (!row) return;
    const { memory, shared, tallies } = this.parts;
    const tags = this.tagsIn(row, content);
    if (tags) memory.forget(tags);
    else memory.forgetAll();
    shared?.forget(stream, sequence, tags);
    tallies.invalidations.add(tags?.length);
  }

  caughtUp(stream: string): void {
    this.heardStreams.add(stream);
  }

  lost(stream: string): void {
    this.heardStreams.delete(stream);
  }

  /** Undefined when nobody can know what the event is about. */
  private tagsIn(row: Invalidation, content: Uint8Array): string[] | undefined {
    try {
      return tagsOf(row, envelopeSchema.parse(JSON.parse(Buffer.from(content).toString()))['data']);
    } catch (error) {
      this.parts.logger.error({ err: error }, 'An event could not be read, so that nothing of the cache is used.');
      return undefined;
    }
  }
}
