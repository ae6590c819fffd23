import type { Logger } from '@souk/kit/observability';
import { Redis } from 'ioredis';

export interface RedisUse {
  /** As Redis calls the connection. */
  name: string;
  /** Requests wait for the answer: what takes longer counts as away. */
  answerWithinMs: number;
  /** What is not as it should be while it is away, as the end of a sentence. */
  whileAway: string;
}

const longestPauseMs = 5_000;

/**
 * Connects to Redis as soon as it is there, and for ever again whenever it was away. Nobody waits for that: while it is
 * away commands fail at once.
 */
export function connectRedis(url: string, { name, answerWithinMs, whileAway }: RedisUse, logger: Logger): Redis {
  const redis = new Redis(url, {
    connectionName: name,
    retryStrategy: (tries) => pauseMs(tries),
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    commandTimeout: answerWithinMs,
    connectTimeout: 2_000,
  });
  reportChanges(redis, whileAway, logger);
  return redis;
}

function pauseMs(tries: number): number {
  const longest = Math.min(longestPauseMs, 50 * 2 ** Math.min(tries, 10));
  return longest / 2 + Math.random() * (longest / 2);
}

/** One line when it goes and one when it comes back, however many tries lie between. */
function reportChanges(redis: Redis, whileAway: string, logger: Logger): void {
  let isAway = false;
  redis.on('error', (error: Error) => logger.debug({ err: error }, 'A connection to Redis failed.'));
  redis.on('close', () => {
    if (!isAway) logger.warn(`Redis is away: ${whileAway}.`);
    isAway = true;
  });
  redis.on('ready', () => {
    if (isAway) logger.warn('Redis is back.');
    isAway = false;
  });
}
