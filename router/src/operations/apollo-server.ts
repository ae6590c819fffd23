import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { Logger } from '@souk/kit/observability';
import type { ClientOperation } from '@souk/operations/client-operation';
import type { Access } from '../access/access.js';
import type { GuardedSupergraph } from '../access/guarded-supergraph.js';
import type { Concern } from '../admission/concern.js';
import type { RouterConfig } from '../config.js';
import type { PreparedOperations } from '../execution/prepared-operations.js';
import { measureOperations } from '../metrics/measure-operations.js';
import type { Metrics } from '../metrics/metrics.js';
import type { Subgraphs } from '../subgraphs/open-subgraphs.js';
import { admitOperations } from './admit-operations.js';
import { chooseStatus } from './choose-status.js';
import { createDocumentStore } from './document-store.js';
import type { ErrorFormatter } from './format-errors.js';
import { createGateway } from './gateway.js';
import { limitSelections } from './limit-selections.js';
import { createPersistedDocuments } from './persisted-documents.js';
import { refuseConditionalSubscriptions } from './refuse-conditional-subscriptions.js';
import type { RouterContext } from './router-context.js';

export interface ApolloServerParts {
  supergraph: GuardedSupergraph;
  access: Access;
  subgraphs: Subgraphs;
  prepared: PreparedOperations;
  admit: Concern;
  errors: ErrorFormatter;
  metrics: Metrics;
  /** What clients are known to send. */
  known: readonly ClientOperation[];
  logger: Logger;
}

/** Parses, validates and limits every operation, and executes those that are not subscriptions. */
export async function startApolloServer(
  { NODE_ENV }: RouterConfig,
  { supergraph, access, subgraphs, prepared, admit, errors, metrics, known, logger }: ApolloServerParts,
): Promise<ApolloServer<RouterContext>> {
  const isProduction = NODE_ENV === 'production';
  const server = new ApolloServer<RouterContext>({
    gateway: createGateway({ supergraph, access, subgraphs, prepared, logger }),
    documentStore: createDocumentStore(),
    persistedQueries: { cache: createPersistedDocuments(known) },
    formatError: errors.format,
    stringifyResult: (result) => JSON.stringify(result),
    introspection: !isProduction,
    hideSchemaDetailsFromClientErrors: isProduction,
    parseOptions: { maxTokens: 2_000 },
    // NOTE: with Apollo's own maxRecursiveSelections, these would be asked only after graphql's rules, of which one throws.
    validationRules: [refuseConditionalSubscriptions, limitSelections],
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    plugins: [
      admitOperations(admit),
      measureOperations(metrics),
      chooseStatus,
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
    ],
    logger,
  });
  await server.start();
  return server;
}
