import type { Logger } from '@souk/kit/observability';
import type { GraphQLSchema } from 'graphql';
import type { Concern } from '../admission/concern.js';
import type { RouterConfig } from '../config.js';
import { connectRedis, type RedisUse } from '../redis/connect-redis.js';
import { type BucketSize, timesAsMuch } from './buckets/bucket.js';
import { LocalBuckets } from './buckets/local-buckets.js';
import { RedisBuckets } from './buckets/redis-buckets.js';
import { Budgets } from './cost/budgets.js';
import { limitCost } from './cost/limit-cost.js';
import { limitSensitiveFields } from './sensitive/limit-sensitive-fields.js';

/** What callers have spent and called, for as long as the router runs. */
export interface Limits {
  /** What limits callers, over one supergraph. */
  concernsFor(schema: GraphQLSchema): Concern[];
  close(): Promise<void>;
}

const use: RedisUse = {
  name: 'router-limits',
  answerWithinMs: 500,
  whileAway: 'each router counts for itself, and nobody can sign in',
};
const ofUser: BucketSize = { capacity: 10_000, perSecond: 500 };
const ofAddress: BucketSize = { capacity: 50_000, perSecond: 2_500 };

/** Without Redis each router counts for itself. */
export function openLimits(
  { REDIS_URL: url, REDIS_PREFIX: prefix, RATE_LIMIT_FACTOR: factor, COST_LIMIT: most }: RouterConfig,
  logger: Logger,
): Limits {
  const redis = url === undefined ? undefined : connectRedis(url, use, logger);
  const shared = redis && new RedisBuckets(redis, `${prefix}limits:`);
  const own = new LocalBuckets();
  const budgets = new Budgets(shared);
  const allowances = { user: timesAsMuch(factor, ofUser), address: timesAsMuch(factor, ofAddress) };
  const limitCalls = limitSensitiveFields({ shared: shared ?? own, own, factor });
  return {
    concernsFor: (schema) => [limitCost({ schema, most, budgets, allowances }), limitCalls],
    close: async () => {
      await budgets.tell();
      redis?.disconnect();
    },
  };
}
