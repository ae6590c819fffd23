import { createHash } from 'node:crypto';
import type { Redis } from 'ioredis';

/** A Lua script that runs as a whole or not at all. */
export interface RedisScript {
  lua: string;
  sha1: string;
}

export function defineScript(lua: string): RedisScript {
  return { lua, sha1: createHash('sha1').update(lua).digest('hex') };
}

/** Runs a script by its hash, where the server knows it. */
export async function runKnownScript(
  redis: Redis,
  { lua, sha1 }: RedisScript,
  keys: readonly string[],
  values: readonly (string | number)[] = [],
): Promise<unknown> {
  try {
    return await redis.evalsha(sha1, keys.length, ...keys, ...values);
  } catch (error) {
    if (!(error as Error).message.startsWith('NOSCRIPT')) throw error;
    return redis.eval(lua, keys.length, ...keys, ...values);
  }
}

/** The server's own clock, the one that all routers share, in microseconds. */
export const timeLua = `
local function now_us()
  local time = redis.call('TIME')
  return tonumber(time[1]) * 1000000 + tonumber(time[2])
end

local function whole(number)
  return string.format('%.0f', number)
end
`;
