import { randomBytes } from 'node:crypto';
import { startTestSubgraph, type TestSubgraph } from '@souk/kit/testing';
import { Redis } from 'ioredis';
import { migrations } from '../migrations/migrations.js';
import { startCart } from '../src/app.js';
import { CartKeys } from '../src/redis/cart-keys.js';
import { RedisCarts } from '../src/redis/redis-carts.js';
import type { CartStore } from '../src/use-cases/cart-store.js';
import { testRedisUrl } from './config.js';
import { openTestShop, type TestShop } from './test-shop.js';

export interface TestCart extends TestSubgraph {
  /** What catalog and shipping would say. */
  shop: TestShop;
  redis: Redis;
  carts: CartStore;
  keys: CartKeys;
  /** Rows of the subgraph's database. */
  rows<Row>(sql: string, values?: unknown[]): Promise<Row[]>;
}

/** Cart with a database, a broker and a part of Redis of its own, and a shop around it. */
export async function startTestCart(redisUrl = testRedisUrl()): Promise<TestCart> {
  const REDIS_PREFIX = `test-${randomBytes(6).toString('hex')}:`;
  const subgraph = await startTestSubgraph('cart', migrations, (config, logger) =>
    startCart({ ...config, REDIS_URL: redisUrl, REDIS_PREFIX }, logger),
  );
  const redis = new Redis(testRedisUrl());
  const shop = openTestShop(subgraph.running.parts);
  return {
    ...subgraph,
    shop,
    redis,
    carts: new RedisCarts(redis, REDIS_PREFIX),
    keys: new CartKeys(REDIS_PREFIX),
    rows: (sql, values = []) => subgraph.running.parts.orm.em.fork().execute(sql, values),
    stop: async () => {
      await shop.close();
      await subgraph.stop();
      await forgetKeys(redis, REDIS_PREFIX);
      redis.disconnect();
    },
  };
}

/** Removes what a test left in Redis. */
export async function forgetKeys(redis: Redis, prefix: string): Promise<void> {
  const keys = await redis.keys(`${prefix}*`);
  if (keys.length > 0) await redis.del(keys);
}
