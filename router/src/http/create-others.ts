import type { Logger } from '@souk/kit/observability';
import { type Health, jsonErrors, notFound } from '@souk/kit/server';
import express, { type Express } from 'express';
import type { RouterConfig } from '../config.js';
import { serveGraphiql } from '../graphiql/serve-graphiql.js';
import type { Metrics } from '../metrics/metrics.js';
import { type EndpointParts, graphqlEndpoint } from './graphql-endpoint.js';
import { cors, type IsAllowedOrigin } from './origins.js';
import { createRefuse } from './refuse.js';
import { type InRequest, requestScope } from './request-scope.js';
import { securityHeaders } from './security-headers.js';
import { passWebhooks } from './webhooks.js';

export interface OtherParts extends Omit<EndpointParts, 'refuse'> {
  health: Health;
  inRequest: InRequest;
  isAllowedOrigin: IsAllowedOrigin;
  securityHeaders: Readonly<Record<string, string>>;
  metrics: Pick<Metrics, 'refusals'>;
  logger: Logger;
}

/** Answers whatever the front does not. */
export function createOthers(config: RouterConfig, parts: OtherParts): Express {
  const { health, isAllowedOrigin, metrics, logger } = parts;
  const isProduction = config.NODE_ENV === 'production';
  const refuse = createRefuse(metrics.refusals);
  const app = express().disable('x-powered-by').disable('etag');
  app.use(securityHeaders(parts.securityHeaders), health.router);
  app.use(passWebhooks(config.PAYMENTS_WEBHOOK_URL, logger, refuse));
  if (config.GRAPHIQL === 'on' || (config.GRAPHIQL !== 'off' && !isProduction)) app.use(serveGraphiql());
  const endpoint = graphqlEndpoint({ ...parts, refuse });
  app.all('/graphql', requestScope(parts.inRequest), cors(isAllowedOrigin), endpoint);
  const onAnswer = (code: string) => metrics.refusals({ code }).add();
  return app.use(notFound, jsonErrors(logger, onAnswer));
}
