import { type Logger, startTracing } from '@souk/kit/observability';
import type { RouterConfig } from '../config.js';
import { createInRequest, type InRequest } from '../http/request-scope.js';
import { createMetrics, type Metrics } from './metrics.js';
import { serveMetrics } from './serve-metrics.js';

/** What the process lets others see of it. */
export interface Observation {
  metrics: Metrics;
  /** Where they are read; undefined when they are not served. */
  metricsUrl: string | undefined;
  inRequest: InRequest;
  close(): Promise<void>;
}

export async function openObservation(config: RouterConfig, logger: Logger): Promise<Observation> {
  const tracesUrl = config.OTEL_EXPORTER_OTLP_ENDPOINT;
  const stopTracing = await startTracing('router', tracesUrl);
  const metrics = createMetrics();
  const server = await serveMetrics(metrics.registry, config, logger);
  return {
    metrics,
    metricsUrl: server.url,
    inRequest: createInRequest(tracesUrl !== undefined),
    close: async () => {
      await server.close();
      await stopTracing();
    },
  };
}
