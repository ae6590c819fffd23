import { nats } from './nats/nats.mjs';
import { postgres } from './postgres/postgres.mjs';
import { redis } from './redis/redis.mjs';

/** Every server the launcher knows to run. */
export const serverTable = { postgres, nats, redis };
