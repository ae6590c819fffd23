import { createHash } from 'node:crypto';
import type { Redis } from 'ioredis';
import { type Buckets, type Draw, type Drawn, msEach } from './bucket.js';
import { drawLua } from './draw.script.js';

const sha1 = createHash('sha1').update(drawLua).digest('hex');

/** Buckets that all routers share. */
export class RedisBuckets implements Buckets {
  constructor(
    private readonly redis: Redis,
    /** Stands before every key. */
    private readonly prefix: string,
  ) {}

  /** @throws {Error} when Redis is away or does not answer in time; whether anything was taken is not known then. */
  async draw(draws: readonly Draw[]): Promise<Drawn> {
    const keys = draws.map(({ key }) => this.prefix + key);
    const values = draws.flatMap(({ owed = 0, amount, size }) => [owed, amount, size.capacity, msEach(size)]);
    const [isTaken, retryAfterMs, ...left] = (await this.run(keys, values)) as [number, number, ...number[]];
    return { isTaken: isTaken === 1, retryAfterMs: isTaken === 1 ? 0 : retryAfterMs, left };
  }

  private async run(keys: string[], values: number[]): Promise<unknown> {
    try {
      return await this.redis.evalsha(sha1, keys.length, ...keys, ...values);
    } catch (error) {
      if (!(error as Error).message.startsWith('NOSCRIPT')) throw error;
      return this.redis.eval(drawLua, keys.length, ...keys, ...values);
    }
  }
}
