import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { Metrics } from '../metrics/metrics.js';
import type { ConnectionLimit } from './connection-limit.js';
import { refuseBrokenRequests } from './refuse-broken-requests.js';

export interface HttpServerParts {
  config: { CONNECTIONS: number };
  connectionLimit: ConnectionLimit;
  metrics: Pick<Metrics, 'refusals'>;
}

const serverOptions = {
  /** How often those are looked for that take too long to send. */
  connectionsCheckingInterval: 1_000,
  /** Some clients offer to upgrade to HTTP/2 with every request; that is an ordinary request to us. */
  shouldUpgradeCallback: ({ headers }: IncomingMessage) => headers.upgrade?.toLowerCase() === 'websocket',
};

/** What clients connect to. Requests that are whole, and of a connection that may be, reach the listener. */
export function createHttpServer(
  { config, connectionLimit, metrics }: HttpServerParts,
  listener: RequestListener,
): Server {
  const http = createServer(serverOptions, connectionLimit.before(listener));
  http.maxConnections = config.CONNECTIONS;
  connectionLimit.follow(http);
  refuseBrokenRequests(http, metrics.refusals);
  return http;
}
