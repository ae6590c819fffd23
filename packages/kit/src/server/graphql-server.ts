import type { Server } from 'node:http';
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { expressMiddleware } from '@as-integrations/express5';
import express, { type Express } from 'express';
import type { GraphQLSchema } from 'graphql';
import { createErrorFormatter, type SubgraphContext, validateText } from '../graphql/index.js';
import { createAssertionVerifier } from '../identity/index.js';
import { currentCorrelation } from '../observability/index.js';
import { callerOf, identify } from './identify.js';
import type { SubgraphDefinition, SubgraphParts } from './subgraph-definition.js';
import { serveSubscriptions } from './subscription-server.js';

/**
 * Serves a subgraph's schema at `/graphql` to the router alone, and its subscriptions beside it. Returns a function that
 * takes no new requests and resolves when those under way are answered.
 */
export async function serveGraphql(
  { app, http }: { app: Express; http: Server },
  schema: GraphQLSchema,
  definition: SubgraphDefinition,
  parts: SubgraphParts,
): Promise<() => Promise<void>> {
  const formatError = createErrorFormatter(parts.logger);
  const verify = await createAssertionVerifier(definition.config.ASSERTION_PUBLIC_KEY, definition.name);
  const createContext = contextFactory(definition, parts);
  const drain = async () => {
    const answered = close(http);
    await endSubscriptions?.();
    await answered;
  };
  const server = new ApolloServer<SubgraphContext>({
    schema,
    formatError,
    introspection: false,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    plugins: [...withoutExtras, refuseUnsoundText, drainBeforeStop(drain)],
    logger: parts.logger,
  });
  await server.start();
  const context = ({ req }: { req: express.Request }) =>
    Promise.resolve(createContext(callerOf(req), currentCorrelation().correlationId));
  app.use('/graphql', identify(verify), express.json({ limit: '1mb' }), expressMiddleware(server, { context }));
  const endSubscriptions = schema.getSubscriptionType()
    ? serveSubscriptions({ http, schema, verify, createContext, formatError })
    : undefined;
  return () => server.stop();
}

/** Whoever came before the end is still answered: Apollo Server refuses everything as soon as it stops. */
function drainBeforeStop(drain: () => Promise<void>): ApolloServerPlugin {
  return { serverWillStart: async () => ({ drainServer: drain }) };
}

/** Takes no new connections and resolves when the last request is answered; kept-alive ones are let go meanwhile. */
function close(http: Server): Promise<void> {
  return new Promise((resolve) => {
    const sweep = setInterval(() => http.closeIdleConnections(), 50);
    http.close(() => {
      clearInterval(sweep);
      resolve();
    });
  });
}

/** What Apollo Server adds by itself, and nobody here reads. */
const withoutExtras = [
  ApolloServerPluginLandingPageDisabled(),
  ApolloServerPluginInlineTraceDisabled(),
  ApolloServerPluginCacheControlDisabled(),
];

const refuseUnsoundText: ApolloServerPlugin = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ document, request }) => {
      const [error] = validateText(document, request.variables);
      if (error) throw error;
    },
  }),
};

function contextFactory(definition: SubgraphDefinition, parts: SubgraphParts) {
  const { orm, now, ask } = parts;
  const own = definition.context?.(parts);
  return (caller: SubgraphContext['caller'], requestId: string): SubgraphContext => ({
    ...own,
    em: orm.em.fork(),
    now,
    ask,
    caller,
    requestId,
  });
}
