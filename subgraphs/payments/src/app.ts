import type { Logger } from '@souk/kit/observability';
import { type RunningSubgraph, startSubgraph } from '@souk/kit/server';
import { askAccountsToKeepAuditHead } from '@souk/schema/questions/accounts';
import { migrations } from '../migrations/migrations.js';
import type { PaymentsConfig } from './config.js';
import { handlers } from './events/handlers.js';
import { publishers } from './events/publishers.js';
import { graph } from './graphql/graph.js';
import { serveStripeWebhook } from './http/stripe-webhook.route.js';
import { schemas } from './persistence/schemas.js';
import { createProviders } from './providers/create-providers.js';
import { expirePayments } from './workers/expire-payments.js';
import { handleProviderEvents } from './workers/handle-provider-events.js';
import { ProviderCaller } from './workers/make-provider-calls.js';
import { reconcilePayments } from './workers/reconcile-payments.js';

/** Composes and starts payments. */
export function startPayments(config: PaymentsConfig, logger: Logger): Promise<RunningSubgraph> {
  const providers = createProviders(config);
  const caller = new ProviderCaller(providers);
  return startSubgraph({
    name: 'payments',
    config,
    logger,
    schemas,
    migrations,
    auditHeadKeeper: askAccountsToKeepAuditHead,
    publishers,
    graph,
    handlers,
    handlerContext: () => ({ offeredProviders: new Set(providers.keys()) }),
    workers: [
      caller.worker,
      handleProviderEvents(providers),
      expirePayments,
      ...(config.RECONCILIATION === 'on' ? [reconcilePayments(providers)] : []),
    ],
    routes: (app, parts) => serveStripeWebhook(app, parts, config.STRIPE_WEBHOOK_SECRET),
    onStop: () => caller.stop(),
  });
}
