import type { Logger } from '@souk/kit/observability';
import { type RunningSubgraph, startSubgraph } from '@souk/kit/server';
import { migrations } from '../migrations/migrations.js';
import type { PaymentsConfig } from './config.js';
import { Payment } from './domain/payment.js';
import { handlers } from './events/handlers.js';
import { publishPaymentEvent } from './events/publish-payment-event.js';
import { graph } from './graphql/graph.js';
import { serveStripeWebhook } from './http/stripe-webhook.route.js';
import { LedgerEntrySchema } from './persistence/ledger-entry.schema.js';
import { PaymentSchema } from './persistence/payment.schema.js';
import { PaymentAttemptSchema } from './persistence/payment-attempt.schema.js';
import { RefundSchema } from './persistence/refund.schema.js';
import type { Providers } from './providers/payment-provider.js';
import { createStripe } from './providers/stripe/create-stripe.js';
import { StripeProvider } from './providers/stripe/stripe-provider.js';
import { expirePayments } from './workers/expire-payments.js';
import { handleProviderEvents } from './workers/handle-provider-events.js';
import { ProviderCaller } from './workers/make-provider-calls.js';

/** Composes and starts payments. */
export function startPayments(config: PaymentsConfig, logger: Logger): Promise<RunningSubgraph> {
  const stripe = createStripe(config.STRIPE_SECRET_KEY, config.STRIPE_API_URL);
  const providers: Providers = new Map([['stripe', new StripeProvider(stripe, config.PAYMENT_RETURN_URL)]]);
  const caller = new ProviderCaller(providers);
  return startSubgraph({
    name: 'payments',
    config,
    logger,
    schemas: [PaymentSchema, PaymentAttemptSchema, RefundSchema, LedgerEntrySchema],
    migrations,
    publishers: [[Payment, publishPaymentEvent]],
    graph,
    handlers,
    handlerContext: () => ({ offeredProviders: new Set(providers.keys()) }),
    workers: [caller.worker, handleProviderEvents(providers), expirePayments],
    routes: (app, parts) => serveStripeWebhook(app, parts, config.STRIPE_WEBHOOK_SECRET),
    onStop: () => caller.stop(),
  });
}
