import { PublicError, type PublicErrorCode } from '@souk/kit/domain';
import { currentCorrelation, inSpan, SpanKind } from '@souk/kit/observability';
import { GraphQLError, type GraphQLFormattedError, parse } from 'graphql';
import { makeServer, type Server, type SubscribePayload } from 'graphql-ws';
import type { Allowance } from '../identity/allowance.js';
import type { Authenticate } from '../identity/authenticate.js';
import { nobody } from '../identity/identity.js';
import type { WatchIdentity } from '../identity/watch-identity.js';
import type { Metrics } from '../metrics/metrics.js';
import { Departure } from '../operations/departure.js';
import type { RouterContext } from '../operations/router-context.js';
import type { OperationRunner, Outcome } from '../operations/run-operation.js';
import type { ResultStream } from '../subscriptions/result-stream.js';
import { closeCodes } from './close-codes.js';
import type { Connection } from './connection.js';

export interface SocketParts {
  runner: OperationRunner;
  authenticate: Authenticate;
  watchIdentity: WatchIdentity;
  socketAllowance: Allowance;
  metrics: Pick<Metrics, 'sockets' | 'refusals'>;
}

const initWithinMs = 3_000;
const operationsPerSocket = 20;

/** graphql-ws asks the document what to do; we have done it by then, and only hand it the outcome. */
const anyDocument = parse('{ __typename }');

/** The graphql-transport-ws protocol, over which every kind of operation may come. */
export function createSocketProtocol(parts: SocketParts): Server<Connection> {
  return makeServer<Record<string, unknown>, Connection>({
    connectionInitWaitTimeout: initWithinMs,
    onConnect: ({ connectionParams, extra }) => admit(extra, connectionParams ?? {}, parts),
    onSubscribe: async ({ subscriptions, extra }, id, payload) => {
      if (Object.keys(subscriptions).length > operationsPerSocket) return [new RefusedError(tooMany(parts))];
      const departure = new Departure();
      subscriptions[id] = endedBy(departure);
      const outcome = await run(extra, payload, departure, parts.runner);
      if (outcome.kind === 'refused') return outcome.errors.map((error) => new RefusedError(error));
      const contextValue = outcome.kind === 'stream' ? relayed(extra, id, outcome.stream) : outcome.result;
      return { document: anyDocument, contextValue } as never;
    },
    execute: ({ contextValue }) => contextValue as never,
    onNext: (_context, _id, _payload, _args, result) => result as never,
    onError: (_context, _id, _payload, errors) => errors.flatMap((error) => explain(error, parts.runner)),
  });
}

/** Closes the socket when its token is not good, or as soon as it is so no longer. */
async function admit(
  connection: Connection,
  params: Record<string, unknown>,
  { authenticate, watchIdentity, socketAllowance, metrics }: SocketParts,
): Promise<boolean> {
  try {
    const identity = await authenticate(authorizationOf(params));
    if (identity !== nobody) connection.hold(socketAllowance.take(identity, connection.address));
    connection.identity = identity;
  } catch (error) {
    if (!(error instanceof PublicError)) throw error;
    metrics.refusals({ code: error.code }).add();
    if (error.code !== 'UNAUTHENTICATED') connection.close(closeCodes.tryAgainLater, error.message);
    return false;
  }
  const onOver = () => connection.close(closeCodes.forbidden, 'The token is not valid any more.');
  connection.onClosed(watchIdentity(connection.identity, onOver));
  return true;
}

/** `{ authorization: "Bearer …" }` or `{ token: "…" }`. What has another form is a bad token, not none. */
function authorizationOf({ authorization, Authorization, token }: Record<string, unknown>): string | undefined {
  if (token !== undefined && token !== null) return `Bearer ${String(token)}`;
  const value = authorization ?? Authorization;
  return value === undefined || value === null ? undefined : String(value);
}

function run(
  connection: Connection,
  payload: SubscribePayload,
  departure: Departure,
  runner: OperationRunner,
): Promise<Outcome> {
  const { identity, address, client } = connection;
  const { correlationId: requestId } = currentCorrelation();
  const context: RouterContext = { identity, address, client, requestId, departure, way: 'ws' };
  return inSpan('graphql over WebSocket', { kind: SpanKind.SERVER }, () => runner.run(payload, context));
}

/** Until there is a result, the protocol's implementation takes this for one, and ends it when the client has gone. */
function endedBy(departure: Departure): AsyncIterable<never> {
  const ended = async () => {
    departure.leave();
    return { value: undefined, done: true } as const;
  };
  const nothing: AsyncIterableIterator<never, undefined> = {
    next: ended,
    return: ended,
    [Symbol.asyncIterator]: () => nothing,
  };
  return nothing;
}

/**
 * A stream as the protocol's implementation wants it. It never yields, because results go past it, and ends as the stream
 * does. One that is cut short is not completed, for there would be more: the client is let go, which makes it come back.
 */
function relayed(connection: Connection, id: string, stream: ResultStream): AsyncIterableIterator<never, undefined> {
  const done = { value: undefined, done: true } as const;
  const left = Promise.withResolvers<void>();
  let hasLeft = false;
  const iterator: AsyncIterableIterator<never, undefined> = {
    next: () =>
      connection.whileStreaming(async () => {
        const isComplete = await connection.relay(id, stream);
        if (isComplete || hasLeft) return done;
        void connection.letGo();
        await left.promise;
        return done;
      }),
    return: async () => {
      hasLeft = true;
      stream.leave();
      left.resolve();
      return done;
    },
    [Symbol.asyncIterator]: () => iterator,
  };
  return iterator;
}

/** An error that already has the form in which the client sees it. */
class RefusedError extends GraphQLError {
  constructor(readonly formatted: GraphQLFormattedError) {
    super(formatted.message);
  }
}

function explain(error: unknown, runner: OperationRunner): GraphQLFormattedError[] {
  if (error instanceof RefusedError) return [error.formatted];
  return runner.explain(error instanceof GraphQLError ? (error.originalError ?? error) : error);
}

function tooMany({ metrics }: SocketParts): GraphQLFormattedError {
  const code: PublicErrorCode = 'RATE_LIMITED';
  metrics.refusals({ code }).add();
  return {
    message: `A socket carries at most ${operationsPerSocket} operations at a time.`,
    extensions: {
      code,
      limit: operationsPerSocket,
      requestId: currentCorrelation().correlationId,
    },
  };
}
