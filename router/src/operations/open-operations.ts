import type { ApolloServer } from '@apollo/server';
import type { NatsConnection } from '@souk/kit/messaging';
import type { Logger } from '@souk/kit/observability';
import type { GuardedSupergraph } from '../access/guarded-supergraph.js';
import { createAdmission } from '../admission/admission.js';
import type { Concern } from '../admission/concern.js';
import type { RouterConfig } from '../config.js';
import { createOperationCompiler } from '../execution/compile-operation.js';
import { PreparedOperations } from '../execution/prepared-operations.js';
import type { Allowance } from '../identity/allowance.js';
import type { AssertionFor } from '../identity/assertions.js';
import type { Limits } from '../limits/open-limits.js';
import type { AskSubgraph } from '../subgraphs/ask-subgraph.js';
import { openSubgraphs, type Subgraphs } from '../subgraphs/open-subgraphs.js';
import { openSubscriptions } from '../subscriptions/open-subscriptions.js';
import type { Subscriptions } from '../subscriptions/subscriptions.js';
import { buildSupergraphSchemas, type SupergraphSchemas } from '../supergraph/supergraph-schemas.js';
import { startApolloServer } from './apollo-server.js';
import { createRouterErrorFormatter, type ErrorFormatter } from './format-errors.js';
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
  assertionFor: AssertionFor;
  subscriptionAllowance: Allowance;
  limits: Limits;
  nats: NatsConnection;
  logger: Logger;
}

/** Everything that turns an operation into an answer, whatever way it comes in. */
export async function openOperations(config: RouterConfig, needs: OperationNeeds): Promise<OperationParts> {
  const { supergraph, logger } = needs;
  const schemas = buildSupergraphSchemas(supergraph);
  const errors = createRouterErrorFormatter(logger);
  const subgraphs = subgraphsOf(schemas, config, needs);
  const askSubgraph: AskSubgraph = (name, question) => subgraphs.get(name).ask(question);
  const compileOperation = createOperationCompiler(schemas, askSubgraph);
  const prepared = new PreparedOperations(compileOperation);
  const admit = createAdmission(needs.limits.concernsFor(schemas.supergraphGraphqlSchema));
  const closing = new AbortController();
  const { access } = schemas;
  const parts = { supergraph, access, subgraphs, prepared, admit, errors, logger };
  const server = await startApolloServer(config, parts);
  const hub = openSubscriptions({ ...needs, schemas, subgraphs, askSubgraph, compileOperation, errors });
  const { subscriptions } = hub;
  return {
    server,
    subscriptions,
    runner: createOperationRunner({ server, subscriptions, errors }),
    prepared,
    admit,
    errors,
    prewarm: () =>
      prewarm(config.OPERATIONS_PATH, {
        schema: schemas.apiGraphqlSchema,
        prepared,
        logger,
        signal: closing.signal,
      }),
    close: async () => {
      closing.abort();
      await hub.close();
      await server.stop();
      await subgraphs.close();
    },
  };
}

function subgraphsOf(
  { supergraph }: SupergraphSchemas,
  { SUBGRAPH_URLS, SUBGRAPH_TIMEOUT_MS: timeoutMs, OTEL_EXPORTER_OTLP_ENDPOINT: tracesUrl }: RouterConfig,
  { assertionFor, logger }: OperationNeeds,
): Subgraphs {
  return openSubgraphs(supergraph, SUBGRAPH_URLS, {
    timeoutMs,
    isTraced: tracesUrl !== undefined,
    assertionFor,
    logger,
  });
}
