import type { Logger } from '@souk/kit/observability';
import { Redis } from 'ioredis';

const longestPauseMs = 5_000;

/**
 * Connects to Redis, now or as soon as it is there, and for ever again whenever it was away. While it is away commands
 * fail at once: one that waited, or was sent a second time after a reconnect, could have its effect twice.
 */
export async function connectRedis(url: string, logger: Logger): Promise<Redis> {
  const redis = new Redis(url, {
    connectionName: 'cart',
    retryStrategy: (tries) => pauseMs(tries),
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    commandTimeout: 2_000,
    connectTimeout: 2_000,
  });
  reportChanges(redis, logger);
  await new Promise<void>((resolve) => redis.once('ready', resolve));
  return redis;
}

function pauseMs(tries: number): number {
  const longest = Math.min(longestPauseMs, 50 * 2 ** Math.min(tries, 10));
  return longest / 2 + Math.random() * (longest / 2);
}

/** One line when it goes and one when it comes back, however many tries lie between. */
function reportChanges(redis: Redis, logger: Logger): void {
  let isAway = false;
  redis.on('error', (error: Error) => logger.debug({ err: error }, 'A connection to Redis failed.'));
  redis.on('close', () => {
    if (!isAway) logger.warn('Redis is away.');
    isAway = true;
  });
  redis.on('ready', () => {
    if (isAway) logger.warn('Redis is back.');
    isAway = false;
  });
}
