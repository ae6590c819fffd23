import { createHash } from 'node:crypto';
import type { Supergraph } from '@apollo/federation-internals';
import type { NatsConnection } from '@souk/kit/messaging';
import { streamOf } from '@souk/kit/messaging';
import type { Logger } from '@souk/kit/observability';
import type { GraphQLSchema } from 'graphql';
import type { Metrics } from '../metrics/metrics.js';
import { connectRedis, type RedisUse } from '../redis/connect-redis.js';
import type { CacheHints } from './cache-hints.js';
import { createCacheTallies } from './cache-tallies.js';
import { type CompileCachedQuestion, createCachedQuestionCompiler } from './compile-cached-question.js';
import { StreamFollower } from './follow-stream.js';
import { invalidations } from './invalidations.js';
import { keptTypes } from './kept-types.js';
import { type MemoryBounds, MemoryLayer } from './memory-layer.js';
import { RedisLayer } from './redis/redis-layer.js';
import { ResponseCache } from './response-cache.js';

export interface ResponseCacheNeeds {
  supergraph: Supergraph;
  supergraphSdl: string;
  hints: CacheHints;
  /** Without one, each router keeps its own answers alone. */
  redisUrl: string | undefined;
  /** Stands before every key. */
  redisPrefix: string;
  nats: NatsConnection;
  metrics: Pick<Metrics, 'responseCache'>;
  logger: Logger;
}

export interface OpenResponseCache {
  cache: ResponseCache;
  compileCachedQuestion: CompileCachedQuestion;
  close(): Promise<void>;
}

/** A kept answer that takes longer to get than this is not worth waiting for. */
const use: RedisUse = {
  name: 'router-cache',
  answerWithinMs: 200,
  whileAway: 'each router keeps answers for itself alone',
};
const memoryBounds: MemoryBounds = { entries: 50_000, bytes: 64 * 1024 * 1024 };
const lookForRedisEveryMs = 1_000;
/** Raised when keys or entries get another form. */
const form = 1;

/** The cache of one supergraph. Until the events are heard, everything is fetched as without one. */
export function openResponseCache(needs: ResponseCacheNeeds): OpenResponseCache {
  const { nats, logger, redisUrl, metrics, hints } = needs;
  const memory = new MemoryLayer(memoryBounds);
  const redis = redisUrl === undefined ? undefined : connectRedis(redisUrl, use, logger);
  const shared = redis && new RedisLayer(redis, prefixOf(needs), () => memory.forgetAll(), logger);
  const owners = [...new Set(invalidations.map(({ contract }) => contract.owner))];
  const cache = new ResponseCache({
    memory,
    shared,
    streams: owners.map(streamOf),
    tallies: createCacheTallies(metrics),
    logger,
  });
  const followers = owners.map((owner) => new StreamFollower({ owner, nats, listener: cache, logger }));
  for (const follower of followers) follower.start();
  const rejoin = async () => {
    if (shared && !shared.isOpen && (await shared.isThere())) for (const follower of followers) follower.restart();
  };
  redis?.on('ready', () => void rejoin());
  const timer = redis && setInterval(() => void rejoin(), lookForRedisEveryMs);
  return {
    cache,
    compileCachedQuestion: createCachedQuestionCompiler(cache, { hints, kept: keptTypes, schemaOf: schemasOf(needs) }),
    close: async () => {
      clearInterval(timer);
      await Promise.all(followers.map((follower) => follower.stop()));
      redis?.disconnect();
    },
  };
}

/** Of all that decides what a kept answer means. */
function prefixOf({ redisPrefix, supergraphSdl, hints }: ResponseCacheNeeds): string {
  const rows = invalidations.map(({ contract, touches }) => [contract.type, Object.keys(touches)]);
  const meaning = JSON.stringify([form, supergraphSdl, hints, rows]);
  return `${redisPrefix}{cache:${createHash('sha256').update(meaning).digest('base64url').slice(0, 16)}}:`;
}

function schemasOf({ supergraph }: ResponseCacheNeeds): (subgraph: string) => GraphQLSchema | undefined {
  const subgraphs = supergraph.subgraphs();
  const known = new Map<string, GraphQLSchema | undefined>();
  return (name) => {
    if (!known.has(name)) known.set(name, subgraphs.get(name)?.schema.toGraphQLJSSchema());
    return known.get(name);
  };
}
