import type { Logger } from '@souk/kit/observability';
import { type RunningSubgraph, startSubgraph } from '@souk/kit/server';
import { askAccountsToKeepAuditHead } from '@souk/schema/questions/accounts';
import { migrations } from '../migrations/migrations.js';
import { answerQuoteFreeze } from './answers/quote-freeze.js';
import type { CartConfig } from './config.js';
import { Cart } from './domain/cart.js';
import { handlers } from './events/handlers.js';
import { publishCartEvent } from './events/publish-cart-event.js';
import { graph } from './graphql/graph.js';
import { CartSchema } from './persistence/cart.schema.js';
import { OrderRemovalSchema } from './persistence/order-removal.schema.js';
import { QuoteSchema } from './persistence/quote.schema.js';
import { TaxRateSchema, TaxZoneCountrySchema, TaxZoneSchema } from './persistence/tax-zone.schema.js';
import { connectRedis } from './redis/connect-redis.js';
import { RedisCarts } from './redis/redis-carts.js';
import { copyChangedCarts } from './workers/copy-changed-carts.js';
import { forgetOldCarts } from './workers/forget-old-carts.js';
import { removeOrderedLinesOf } from './workers/remove-ordered-lines.js';

/** Composes and starts cart. */
export async function startCart(config: CartConfig, logger: Logger): Promise<RunningSubgraph> {
  const redis = await connectRedis(config.REDIS_URL, logger);
  const carts = new RedisCarts(redis, config.REDIS_PREFIX);
  return startSubgraph({
    name: 'cart',
    config,
    logger,
    schemas: [CartSchema, QuoteSchema, OrderRemovalSchema, TaxZoneSchema, TaxZoneCountrySchema, TaxRateSchema],
    migrations,
    auditHeadKeeper: askAccountsToKeepAuditHead,
    publishers: [[Cart, publishCartEvent]],
    graph,
    answers: [answerQuoteFreeze],
    handlers,
    workers: [copyChangedCarts(carts), removeOrderedLinesOf(carts), forgetOldCarts],
    context: () => ({ carts }),
    readiness: { redis: () => redis.ping() },
    onStop: async () => redis.disconnect(),
  });
}
