import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from '@souk/kit/observability';
import { collectDefaultMetrics, type Registry } from 'prom-client';

export interface MetricsServer {
  /** Where the metrics are read; undefined when they are not served. */
  url: string | undefined;
  close(): Promise<void>;
}

/** Serves `/metrics`, and what is known of the process with it, on a port that no client should reach. */
export async function serveMetrics(
  registry: Registry,
  { METRICS_HOST: host, METRICS_PORT: port }: { METRICS_HOST: string; METRICS_PORT?: number | undefined },
  logger: Logger,
): Promise<MetricsServer> {
  if (port === undefined) return { url: undefined, close: async () => {} };
  collectDefaultMetrics({ register: registry });
  const server = createServer((request, response) => {
    answer(request, response, registry).catch((error: unknown) => {
      logger.error({ err: error }, 'The metrics could not be told.');
      response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const url = `http://${host}:${(server.address() as AddressInfo).port}/metrics`;
  logger.info({ url }, 'Metrics are served.');
  return { url, close: () => close(server) };
}

async function answer({ url, method }: IncomingMessage, response: ServerResponse, registry: Registry): Promise<void> {
  if (url !== '/metrics') response.writeHead(404).end();
  else if (method !== 'GET') response.writeHead(405, { allow: 'GET' }).end();
  else response.writeHead(200, { 'content-type': registry.contentType }).end(await registry.metrics());
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
