import type { Server } from 'node:http';
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema, parse, validate } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { subscribeWithFreshContext, validateText } from '../graphql/index.js';
import type { Caller, VerifyAssertion } from '../identity/index.js';

export interface SubscriptionServerOptions {
  http: Server;
  schema: GraphQLSchema;
  verify: VerifyAssertion;
  createContext: (caller: Caller, requestId: string) => object;
  formatError: (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;
}

interface RouterExtensions {
  assertion?: string;
  requestId?: string;
}

/**
 * Serves subscriptions to the router over graphql-ws on the path of the queries. One socket carries the subscriptions of
 * many people, so each brings an assertion of its own in its `extensions`. Returns a function that ends them all.
 */
export function serveSubscriptions(options: SubscriptionServerOptions): () => Promise<void> {
  const { schema, verify, createContext, formatError } = options;
  const sockets = new WebSocketServer({ server: options.http, path: '/graphql', maxPayload: 64 * 1024 });
  const format = (error: GraphQLError) => formatError(error.toJSON(), error);
  const server = useServer(
    {
      onSubscribe: async (_context, _id, { query, operationName, variables, extensions }) => {
        const { assertion, requestId = '' } = (extensions ?? {}) as RouterExtensions;
        const caller = await verify(assertion).catch((error: Error) => error);
        if (caller instanceof Error) return [new GraphQLError(caller.message, { originalError: caller })];
        const document = parse(query);
        const errors = [...validate(schema, document), ...validateText(document, variables)];
        if (errors.length > 0) return errors;
        const contextValue = () => createContext(caller, requestId);
        return { schema, document, operationName, variableValues: variables, contextValue };
      },
      subscribe: (args) => subscribeWithFreshContext(args, args.contextValue as () => object) as never,
      onNext: (_context, _id, _payload, _args, { errors, ...result }) =>
        ({ ...result, ...(errors && { errors: errors.map(format) }) }) as never,
      onError: (_context, _id, _payload, errors) => errors.map((error) => format(error as GraphQLError)),
    },
    sockets,
  );
  return async () => {
    await server.dispose();
  };
}
