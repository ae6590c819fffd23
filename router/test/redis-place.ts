import { randomBytes } from 'node:crypto';
import { Redis } from 'ioredis';
import { testRedisUrl } from './config.js';

export interface RedisPlace {
  url: string;
  /** Stands before the keys of this test alone. */
  prefix: string;
  redis: Redis;
  keys(): Promise<string[]>;
  stop(): Promise<void>;
}

/** A part of the tests' Redis that nobody else uses. */
export function openRedisPlace(): RedisPlace {
  const url = testRedisUrl();
  const prefix = `test-${randomBytes(6).toString('hex')}:`;
  const redis = new Redis(url);
  const keys = () => redis.keys(`${prefix}*`);
  return {
    url,
    prefix,
    redis,
    keys,
    stop: async () => {
      const left = await keys();
      if (left.length > 0) await redis.del(left);
      redis.disconnect();
    },
  };
}
