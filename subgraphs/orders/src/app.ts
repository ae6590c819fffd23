import { answerKeepAuditHead } from '@souk/kit/audit';
import type { Logger } from '@souk/kit/observability';
import { type RunningSubgraph, type SubgraphParts, startSubgraph } from '@souk/kit/server';
import { askAccountsToKeepAuditHead } from '@souk/schema/questions/accounts';
import { askOrdersToKeepAuditHead } from '@souk/schema/questions/orders';
import { migrations } from '../migrations/migrations.js';
import { answerOpenOrderLink } from './answers/open-order-link.js';
import { answerOrderLinkSecret } from './answers/order-link-secret.js';
import { answerOrderSummary } from './answers/order-summary.js';
import type { OrdersConfig } from './config.js';
import type { OrdersContext } from './context.js';
import { newOrderNumber } from './domain/order-number.js';
import { handlers } from './events/handlers.js';
import { publishers } from './events/publishers.js';
import { graph } from './graphql/graph.js';
import { OrderWatch } from './live/order-watch.js';
import { StatusFeed } from './live/status-feed.js';
import { findHistory } from './persistence/find-orders.js';
import { schemas } from './persistence/schemas.js';
import { Checkout } from './use-cases/checkout.js';
import { runDueDeadlines } from './workers/run-due-deadlines.js';

/** Composes and starts orders. */
export function startOrders(config: OrdersConfig, logger: Logger): Promise<RunningSubgraph> {
  const checkout = new Checkout({ completeAfterSeconds: config.COMPLETE_AFTER_SECONDS, logger });
  return startSubgraph({
    name: 'orders',
    config,
    logger,
    schemas,
    migrations,
    auditHeadKeeper: askAccountsToKeepAuditHead,
    publishers,
    graph,
    handlers,
    handlerContext: () => ({ checkout }),
    answers: [
      answerKeepAuditHead(askOrdersToKeepAuditHead),
      answerOpenOrderLink,
      answerOrderLinkSecret,
      answerOrderSummary,
    ],
    workers: [runDueDeadlines(checkout)],
    context: (parts) => ({
      checkout,
      newOrderNumber,
      mustTakeOrders: () => parts.outbox.mustHaveRoom(),
      watchOrder: watcherOf(parts),
    }),
  });
}

function watcherOf({ nats, orm, logger }: SubgraphParts): OrdersContext['watchOrder'] {
  const feed = new StatusFeed(nats);
  return (orderId, afterSequence) => {
    const readHistory = () => findHistory(orm.em.fork(), [orderId]);
    return new OrderWatch(feed, { orderId, afterSequence, readHistory, logger });
  };
}
