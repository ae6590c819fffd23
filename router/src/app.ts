import { createServer, type IncomingMessage } from 'node:http';
import { createAssertionSigner } from '@souk/kit/identity';
import { connectNats } from '@souk/kit/messaging';
import type { Logger } from '@souk/kit/observability';
import { createHealth, type Health, jsonErrors, notFound, type RunningProcess } from '@souk/kit/server';
import express, { type Express } from 'express';
import type { RouterConfig } from './config.js';
import { createFront } from './front/front.js';
import { followFile } from './generations/follow-file.js';
import { Generation } from './generations/generation.js';
import { Generations } from './generations/generations.js';
import { serveGraphiql } from './graphiql/serve-graphiql.js';
import { type EndpointParts, graphqlEndpoint } from './http/graphql-endpoint.js';
import { closeServer, listen } from './http/listen.js';
import { cors, createOriginCheck, type IsAllowedOrigin } from './http/origins.js';
import { type InRequest, requestScope } from './http/request-scope.js';
import { securityHeaders, securityHeadersOf } from './http/security-headers.js';
import { passWebhooks } from './http/webhooks.js';
import { createAssertions } from './identity/assertions.js';
import { openIdentity } from './identity/open-identity.js';
import { openLimits } from './limits/open-limits.js';
import { openObservation } from './metrics/open-observation.js';
import { openOperations } from './operations/open-operations.js';
import { serveSockets } from './sockets/serve-sockets.js';
import { loadSupergraph, ownSupergraphPath } from './supergraph/load-supergraph.js';

export interface RunningRouter extends RunningProcess {
  /** Where it listens. */
  url: string;
  /** Where its metrics are read; undefined when they are not served. */
  metricsUrl: string | undefined;
}

/** Brings the router up. `stop` takes it down in the reverse order. */
export async function startRouter(config: RouterConfig, logger: Logger): Promise<RunningRouter> {
  const supergraphPath = config.SUPERGRAPH_PATH ?? ownSupergraphPath();
  await loadSupergraph(supergraphPath);
  const { metricsUrl, close: endObservation, ...observation } = await openObservation(config, logger);
  const assertionFor = createAssertions(await createAssertionSigner(config.ASSERTION_PRIVATE_KEY));
  const nats = await connectNats(config.NATS_URL, 'router', logger);
  const identity = await openIdentity(config, nats, logger);
  const limits = openLimits(config, logger);
  const health = createHealth('router', { nats: () => nats.rtt() });
  const isAllowedOrigin = createOriginCheck(config.CORS_ORIGINS);
  const securityHeaders = securityHeadersOf(config.NODE_ENV === 'production');
  const parts = { ...identity, ...observation, isAllowedOrigin, securityHeaders, health, logger };
  const openGeneration = async () => {
    const supergraph = await loadSupergraph(supergraphPath);
    const operations = await openOperations(config, { ...parts, limits, supergraph, assertionFor, nats });
    const all = { ...parts, ...operations };
    return new Generation(operations, createFront(all, createApp(config, all)));
  };
  const generations = await Generations.start(openGeneration, logger);
  const http = createServer(serverOptions, generations.listener);
  const letSocketsGo = serveSockets({ http, ...parts, runner: generations.runner });
  const url = await listen(http, config);
  logger.info({ url }, 'Ready.');
  void generations.prewarm();
  const stopFollowing = followFile(supergraphPath, () => void generations.renew());
  const stop = async () => {
    stopFollowing();
    health.drain();
    const closed = closeServer(http);
    const retired = generations.close();
    await letSocketsGo();
    await Promise.all([closed, retired]);
    await limits.close();
    await identity.close();
    await nats.close();
    await endObservation();
  };
  return { url, metricsUrl, stop };
}

const serverOptions = {
  /** How often those are looked for that take too long to send. */
  connectionsCheckingInterval: 1_000,
  /** Some clients offer to upgrade to HTTP/2 with every request; that is an ordinary request to us. */
  shouldUpgradeCallback: ({ headers }: IncomingMessage) => headers.upgrade?.toLowerCase() === 'websocket',
};

interface AppParts extends EndpointParts {
  health: Health;
  inRequest: InRequest;
  isAllowedOrigin: IsAllowedOrigin;
  securityHeaders: Readonly<Record<string, string>>;
  logger: Logger;
}

/** Answers whatever the front does not. */
function createApp(config: RouterConfig, parts: AppParts): Express {
  const { health, isAllowedOrigin, logger } = parts;
  const isProduction = config.NODE_ENV === 'production';
  const app = express().disable('x-powered-by').disable('etag');
  app.use(securityHeaders(parts.securityHeaders), health.router);
  app.use(passWebhooks(config.PAYMENTS_WEBHOOK_URL, logger));
  if (config.GRAPHIQL === 'on' || (config.GRAPHIQL !== 'off' && !isProduction)) app.use(serveGraphiql());
  app.all('/graphql', requestScope(parts.inRequest), cors(isAllowedOrigin), graphqlEndpoint(parts));
  return app.use(notFound, jsonErrors(logger));
}
