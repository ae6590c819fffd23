import type { ApolloServer } from '@apollo/server';
import type { NatsConnection } from '@souk/kit/messaging';
import type { Logger } from '@souk/kit/observability';
import type { GuardedSupergraph } from '../access/guarded-supergraph.js';
import { createAdmission } from '../admission/admission.js';
import { all, type Concern } from '../admission/concern.js';
import { dueWithin } from '../admission/deadline.js';
import { describeOperation } from '../admission/describe-operation.js';
import type { CacheHints } from '../cache/cache-hints.js';
import type { RouterConfig } from '../config.js';
import type { PreparedOperations } from '../execution/prepared-operations.js';
import type { Allowance } from '../identity/allowance.js';
import type { AssertionFor } from '../identity/assertions.js';
import type { Limits } from '../limits/open-limits.js';
import type { Metrics } from '../metrics/metrics.js';
import { openSubscriptions } from '../subscriptions/open-subscriptions.js';
import type { Subscriptions } from '../subscriptions/subscriptions.js';
import { buildSupergraphSchemas } from '../supergraph/supergraph-schemas.js';
import { startApolloServer } from './apollo-server.js';
import { createRouterErrorFormatter, type ErrorFormatter } from './format-errors.js';
import { hidingSuggestions } from './hide-suggestions.js';
import { findKnownOperations } from './known-operations.js';
import { openExecution } from './open-execution.js';
import { openSafelist } from './open-safelist.js';
import { prewarm } from './prewarm.js';
import type { RouterContext } from './router-context.js';
import { createOperationRunner, type OperationRunner } from './run-operation.js';

export interface OperationParts {
  server: ApolloServer<RouterContext>;
  subscriptions: Subscriptions;
  runner: OperationRunner;
  prepared: PreparedOperations;
  admit: Concern;
  errors: ErrorFormatter;
  /** Prepares what clients are known to send. Never rejects. */
  prewarm(): Promise<void>;
  close(): Promise<void>;
}

export interface OperationNeeds {
  supergraph: GuardedSupergraph;
  /** Undefined where nothing may be kept. */
  cacheHints: CacheHints | undefined;
  assertionFor: AssertionFor;
  subscriptionAllowance: Allowance;
  limits: Limits;
  metrics: Metrics;
  nats: NatsConnection;
  logger: Logger;
}

/** Everything that turns an operation into an answer, whatever way it comes in. */
export async function openOperations(config: RouterConfig, needs: OperationNeeds): Promise<OperationParts> {
  const { supergraph, metrics, logger } = needs;
  const schemas = buildSupergraphSchemas(supergraph);
  const errors = createErrorFormatter(config, needs);
  const execution = openExecution(schemas, config, needs);
  const { prepared } = execution;
  const known = await findKnownOperations(config, logger);
  const safelist = openSafelist(config, known, logger);
  const limits = needs.limits.concernsFor(schemas.supergraphGraphqlSchema);
  const admit = startedBy(config, createAdmission([...safelist, ...limits]));
  const closing = new AbortController();
  const parts = { ...needs, ...execution, known, admit, errors };
  const server = await startApolloServer(config, { ...parts, access: schemas.access });
  const hub = openSubscriptions({ ...parts, schemas });
  const { subscriptions } = hub;
  return {
    server,
    subscriptions,
    runner: createOperationRunner({
      ...{ server, subscriptions, errors },
      ...{ refusals: metrics.refusals, closing: closing.signal },
    }),
    prepared,
    admit,
    errors,
    prewarm: () =>
      prewarm(known, { schema: schemas.apiGraphqlSchema, prepared, metrics, logger, signal: closing.signal }),
    close: async () => {
      closing.abort();
      await hub.close();
      await server.stop();
      await execution.close();
    },
  };
}

/** What begins with an operation, before anything is decided about it. */
function startedBy(config: RouterConfig, admission: Concern): Concern {
  const traced = config.OTEL_EXPORTER_OTLP_ENDPOINT === undefined ? [] : [describeOperation];
  return all([dueWithin(config.OPERATION_TIMEOUT_MS), ...traced, admission]);
}

function createErrorFormatter({ NODE_ENV }: RouterConfig, { metrics, logger }: OperationNeeds): ErrorFormatter {
  const formatter = createRouterErrorFormatter(logger, metrics.errors);
  return NODE_ENV === 'production' ? hidingSuggestions(formatter) : formatter;
}
