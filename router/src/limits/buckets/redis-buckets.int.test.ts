import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createLogger } from '@souk/kit/observability';
import { eventually } from '@souk/kit/testing';
import type { Redis } from 'ioredis';
import { openRedisPlace, type RedisPlace } from '../../../test/redis-place.js';
import { connectRedis } from '../../redis/connect-redis.js';
import { RedisBuckets } from './redis-buckets.js';

const size = { capacity: 5, perSecond: 0.1 };
let place: RedisPlace;
let redis: Redis;
let buckets: RedisBuckets;

beforeAll(async () => {
  place = openRedisPlace();
  redis = connectRedis(
    place.url,
    { name: 'test', answerWithinMs: 500, whileAway: 'nobody counts' },
    createLogger('test', 'silent'),
  );
  buckets = new RedisBuckets(redis, place.prefix);
  await eventually(() => expect(redis.status).toBe('ready'));
});
afterAll(async () => {
  redis.disconnect();
  await place.stop();
});

test('what a full bucket holds can be taken at once; then there is a time to wait', async () => {
  expect(await buckets.draw([{ key: 'a', size, amount: 5 }])).toEqual({ isTaken: true, retryAfterMs: 0, left: [0] });
  const refused = await buckets.draw([{ key: 'a', size, amount: 1 }]);
  expect(refused.isTaken).toBe(false);
  expect(refused.retryAfterMs).toBeGreaterThan(9_000);
  expect(refused.retryAfterMs).toBeLessThanOrEqual(10_000);
});

test('of several buckets all are drawn from, or none', async () => {
  await buckets.draw([{ key: 'empty', size, amount: 5 }]);
  const draws = ['full', 'empty'].map((key) => ({ key, size, amount: 1 }));
  expect(await buckets.draw(draws)).toMatchObject({ isTaken: false, left: [5, 0] });
  expect(await buckets.draw([{ key: 'full', size, amount: 5 }])).toMatchObject({ isTaken: true });
});

test('a debt is written down whatever is left', async () => {
  expect(await buckets.draw([{ key: 'debtor', size, amount: 0, owed: 8 }])).toMatchObject({ left: [-3] });
  expect(await buckets.draw([{ key: 'debtor', size, amount: 1 }])).toMatchObject({ isTaken: false });
});

test('many who draw at once get no more than there is', async () => {
  const drawn = await Promise.all(Array.from({ length: 50 }, () => buckets.draw([{ key: 'many', size, amount: 1 }])));
  expect(drawn.filter(({ isTaken }) => isTaken)).toHaveLength(5);
});

test('a bucket is forgotten when it is full again', async () => {
  await buckets.draw([{ key: 'brief', size: { capacity: 5, perSecond: 1_000 }, amount: 5 }]);
  await eventually(async () => expect(await place.keys()).not.toContain(`${place.prefix}brief`));
});
