import type { Logger } from '@souk/kit/observability';
import { Redis } from 'ioredis';

/** A kept answer that takes longer to get than this is not worth waiting for. */
const commandTimeoutMs = 200;
const longestPauseMs = 2_000;

/**
 * Connects to Redis whenever it is there, and never makes anybody wait for that: while it is away, commands fail at
 * once.
 */
export function connectRedis(url: string, logger: Logger): Redis {
  const redis = new Redis(url, {
    connectionName: 'router-cache',
    retryStrategy: (tries) => Math.min(longestPauseMs, 50 * 2 ** Math.min(tries, 10)),
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    commandTimeout: commandTimeoutMs,
    connectTimeout: 2_000,
  });
  redis.on('error', (error: Error) => logger.debug({ err: error }, 'A connection to Redis failed.'));
  return redis;
}
