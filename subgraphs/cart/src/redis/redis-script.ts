import { createHash } from 'node:crypto';
import { PublicError } from '@souk/kit/domain';
import type { Redis } from 'ioredis';

/** A Lua script that runs as a whole or not at all. */
export interface RedisScript {
  lua: string;
  sha1: string;
}

export function defineScript(lua: string): RedisScript {
  return { lua, sha1: createHash('sha1').update(lua).digest('hex') };
}

/** Replies of a server that is there but cannot serve now. */
const unavailableReplies = /^(LOADING|READONLY|MASTERDOWN|CLUSTERDOWN|BUSY|OOM|MISCONF|TRYAGAIN)\b/;

/** Runs a script, by its hash where the server knows it. @throws {PublicError} SERVICE_UNAVAILABLE */
export function runScript(
  redis: Redis,
  script: RedisScript,
  keys: readonly string[],
  values: readonly (string | number)[],
): Promise<unknown> {
  return reaching(async () => {
    try {
      return await redis.evalsha(script.sha1, keys.length, ...keys, ...values);
    } catch (error) {
      if (!(error as Error).message.startsWith('NOSCRIPT')) throw error;
      return redis.eval(script.lua, keys.length, ...keys, ...values);
    }
  });
}

/**
 * Does something with Redis. Whether a command that was cut off had its effect is not known; its idempotency key tells
 * when it is repeated. @throws {PublicError} SERVICE_UNAVAILABLE when Redis cannot be reached or cannot serve now.
 */
export async function reaching<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const { name, message } = error as Error;
    if (name === 'ReplyError' && !unavailableReplies.test(message)) throw error;
    throw Object.assign(
      new PublicError('SERVICE_UNAVAILABLE', 'Carts cannot be reached now.', { retryAfterMs: 1_000 }),
      { cause: error },
    );
  }
}
