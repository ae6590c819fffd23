import type { ApolloServer } from '@apollo/server';
import { expressMiddleware } from '@as-integrations/express5';
import { currentCorrelation } from '@souk/kit/observability';
import type { Request, RequestHandler, Response } from 'express';
import type { AddressOf } from '../identity/address-of.js';
import type { Authenticate } from '../identity/authenticate.js';
import type { WatchIdentity } from '../identity/watch-identity.js';
import { clientOf } from '../metrics/client-headers.js';
import { departureOf } from '../operations/departure.js';
import type { RouterContext } from '../operations/router-context.js';
import type { OperationRunner } from '../operations/run-operation.js';
import { identify, identityOf } from './identify.js';
import { readBody } from './read-body.js';
import type { Refuse } from './refuse.js';
import { serveEventStreams } from './serve-event-streams.js';

const plainJson = 'application/json';
/** What Apollo Server answers with, and prefers where the client does not say. */
const answerTypes = [plainJson, 'application/graphql-response+json'];

export interface EndpointParts {
  server: ApolloServer<RouterContext>;
  runner: OperationRunner;
  authenticate: Authenticate;
  watchIdentity: WatchIdentity;
  addressOf: AddressOf;
  refuse: Refuse;
}

/** Operations over HTTP, answered in JSON or by server-sent events. */
export function graphqlEndpoint(parts: EndpointParts): RequestHandler[] {
  const { server, authenticate, addressOf, refuse } = parts;
  const context = async ({ req, res }: { req: Request; res: Response }): Promise<RouterContext> => ({
    identity: identityOf(req),
    requestId: currentCorrelation().correlationId,
    address: addressOf(req),
    client: clientOf(req),
    departure: departureOf(res),
    isPlainJson: req.accepts(answerTypes) === plainJson,
  });
  const serveJson = expressMiddleware(server, { context });
  return [identify(authenticate, refuse), ...readBody(refuse), serveEventStreams(parts), serveJson];
}
