import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { newId } from '@souk/kit/domain';
import { createLogger } from '@souk/kit/observability';
import { eventually } from '@souk/kit/testing';
import { Redis } from 'ioredis';
import { testRedisUrl } from '../../../test/config.js';
import { connectRedis } from '../../redis/connect-redis.js';
import { RedisLayer, type SharedAnswer } from './redis-layer.js';

const logger = createLogger('router', 'silent');
const stream = 'CATALOG';
const use = { name: 'test', answerWithinMs: 200, whileAway: 'nobody keeps anything' };

let admin: Redis;
let prefix: string;
let opened: Redis[] = [];
/** How often layers of this test were closed. */
let closings: { count: number };

beforeEach(() => {
  admin = new Redis(testRedisUrl());
  prefix = `test-${newId()}:`;
  closings = { count: 0 };
});
afterEach(async () => {
  const keys = await admin.keys(`${prefix}*`);
  if (keys.length > 0) await admin.del(...keys);
  for (const redis of [...opened, admin]) redis.disconnect();
  opened = [];
});

async function aLayer(redisPrefix = prefix): Promise<RedisLayer> {
  const redis = connectRedis(testRedisUrl(), use, logger);
  opened.push(redis);
  const ofThisTest = closings;
  const count = () => {
    ofThisTest.count += 1;
  };
  const layer = new RedisLayer(redis, redisPrefix, count, logger);
  await eventually(async () => expect(await layer.isThere()).toBe(true));
  return layer;
}

async function aJoinedLayer(): Promise<RedisLayer> {
  const layer = await aLayer();
  expect(await layer.join(stream, { first: 1, last: 10 })).toBe(10);
  return layer;
}

/** Keeps an answer as if it had been asked for now. */
async function keep(layer: RedisLayer, key: string, more: Partial<SharedAnswer> = {}): Promise<void> {
  const begunAtUs = (await layer.read([key]))?.atUs as number;
  layer.keep(key, { text: '{"a":"1\\n2"}', tags: ['Product:1'], maxAgeSeconds: 60, begunAtUs, ...more });
}

const textOf = async (layer: RedisLayer, key: string) => (await layer.read([key]))?.answers[0]?.text;

test('what is kept is read as it was, by whoever has the same prefix', async () => {
  const layer = await aJoinedLayer();
  await keep(layer, 'a', { tags: ['Product:1', 'Variant:2'] });
  await keep(layer, 'b', { tags: [] });
  const { answers } = (await layer.read(['a', 'none', 'b'])) ?? {};
  expect(answers).toMatchObject([
    { text: '{"a":"1\\n2"}', tags: ['Product:1', 'Variant:2'], maxAgeSeconds: 60 },
    undefined,
    { tags: [] },
  ]);
  const stranger = await aLayer(`${prefix}other:`);
  await stranger.join(stream, { first: 1, last: 10 });
  expect(await textOf(stranger, 'a')).toBeUndefined();
});

test('an answer that was begun before its mark is old, whether it came before or after it', async () => {
  const layer = await aJoinedLayer();
  await keep(layer, 'before');
  const begunAtUs = (await layer.read(['x']))?.atUs as number;
  layer.forget(stream, 11, ['Product:1']);
  layer.keep('after', { text: '{}', tags: ['Product:1'], maxAgeSeconds: 60, begunAtUs });
  layer.keep('else', { text: '{}', tags: ['Product:2'], maxAgeSeconds: 60, begunAtUs });
  const { answers } = (await layer.read(['before', 'after', 'else'])) ?? {};
  expect(answers?.map((answer) => answer?.text)).toEqual([undefined, undefined, '{}']);
  await keep(layer, 'before');
  expect(await textOf(layer, 'before')).toBeDefined();
});

test('an event that another router has marked is not marked again', async () => {
  const layer = await aJoinedLayer();
  layer.forget(stream, 11, ['Product:1']);
  await keep(layer, 'a');
  layer.forget(stream, 11, ['Product:1']);
  expect(await textOf(layer, 'a')).toBeDefined();
  layer.forget(stream, 12, undefined);
  expect(await textOf(layer, 'a')).toBeUndefined();
});

test('whoever joins goes on where events were last heard; when these are gone, everything is old', async () => {
  const layer = await aJoinedLayer();
  layer.forget(stream, 11, ['Product:9']);
  await keep(layer, 'a');
  expect(await (await aLayer()).join(stream, { first: 5, last: 30 })).toBe(11);
  expect(await textOf(layer, 'a')).toBeDefined();
  expect(await (await aLayer()).join(stream, { first: 20, last: 30 })).toBe(30);
  expect(await textOf(layer, 'a')).toBeUndefined();
  await keep(layer, 'a');
  expect(await (await aLayer()).join(stream, { first: 1, last: 3 })).toBe(3);
  expect(await textOf(layer, 'a')).toBeUndefined();
});

test('when Redis has lost its marks, everything that was kept before is old', async () => {
  const layer = await aJoinedLayer();
  await keep(layer, 'a');
  await admin.del(`${prefix}marks`);
  expect(await textOf(layer, 'a')).toBeUndefined();
  await keep(layer, 'a');
  expect(await textOf(layer, 'a')).toBeDefined();
});

test('everything of it ends by itself', async () => {
  const layer = await aJoinedLayer();
  await keep(layer, 'a', { maxAgeSeconds: 30 });
  layer.forget(stream, 11, ['Product:2']);
  await layer.read(['a']);
  const keys = await admin.keys(`${prefix}*`);
  expect(keys).toHaveLength(3);
  for (const key of keys) expect(await admin.ttl(key)).toBeGreaterThan(0);
});

test('while Redis does not answer nobody waits twice, and it has to be joined again', async () => {
  const layer = await aJoinedLayer();
  await keep(layer, 'a');
  await admin.call('CLIENT', 'PAUSE', '3000', 'ALL');
  const began = performance.now();
  expect(await layer.read(['a'])).toBeUndefined();
  expect(closings.count).toBe(1);
  expect(await layer.read(['a'])).toBeUndefined();
  // Both long before Redis answers again.
  expect(performance.now() - began).toBeLessThan(2_500);
  await eventually(async () => expect(await layer.isThere()).toBe(true));
  expect(layer.isOpen).toBe(false);
  await layer.join(stream, { first: 1, last: 10 });
  expect(await textOf(layer, 'a')).toBeDefined();
});

test('a Redis that is not there is no error', async () => {
  const redis = connectRedis('redis://127.0.0.1:1', use, logger);
  opened.push(redis);
  const layer = new RedisLayer(redis, prefix, () => undefined, logger);
  expect(await layer.isThere()).toBe(false);
  expect(await layer.join(stream, { first: 1, last: 1 })).toBeUndefined();
  expect(await layer.read(['a'])).toBeUndefined();
  layer.keep('a', { text: '', tags: [], begunAtUs: 1, maxAgeSeconds: 1 });
  layer.forget(stream, 2, ['Product:1']);
});
