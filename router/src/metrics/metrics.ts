import { Gauge, Histogram, Registry } from 'prom-client';
import { ClientMetrics } from './client-metrics.js';
import { RequestMetrics } from './request-metrics.js';
import { createSubgraphMetrics, type FindSubgraphMetrics } from './subgraph-metrics.js';
import { createTallies, type FindTally, type Tally } from './tallies.js';

/** What the router counts and measures. The composition root makes one and passes it on. */
export interface Metrics {
  registry: Registry;
  requests: RequestMetrics;
  clients: ClientMetrics;
  /** Operations of which nothing was executed. */
  refusals: FindTally<'code'>;
  /** Errors in answers. */
  errors: FindTally<'code'>;
  /** Seconds that planning and compiling an operation took. */
  planning: Histogram;
  /** Where prepared operations came from. */
  prepared: FindTally<'result'>;
  /** What the cache of answers could do; its results are few and fixed. */
  responseCache: FindTally<'result'>;
  subgraph: FindSubgraphMetrics;
  /** WebSockets that are open. */
  sockets: Gauge;
  /** Subscriptions that are open, over any way in. */
  subscriptions: Gauge;
  /** Results that were sent to subscribers. */
  deliveries: Tally;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  return {
    registry,
    requests: new RequestMetrics(registry),
    clients: new ClientMetrics(registry),
    ...outcomeMetrics(registry),
    planning: new Histogram({
      name: 'souk_router_plan_duration_seconds',
      help: 'Planning and compiling an operation.',
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1],
      registers,
    }),
    subgraph: createSubgraphMetrics(registry),
    sockets: new Gauge({ name: 'souk_router_sockets_open', help: 'WebSockets that are open.', registers }),
    subscriptions: new Gauge({
      name: 'souk_router_subscriptions_open',
      help: 'Subscriptions that are open, over WebSockets and as event streams.',
      registers,
    }),
    deliveries: createTallies(
      { name: 'souk_router_deliveries_total', help: 'Results that were sent to subscribers.', labelNames: [] },
      registry,
    )({}),
  };
}

function outcomeMetrics(registry: Registry): Pick<Metrics, 'refusals' | 'errors' | 'prepared' | 'responseCache'> {
  return {
    refusals: createTallies(
      {
        name: 'souk_router_refusals_total',
        help: 'Operations of which nothing was executed, by the code of their first error.',
        labelNames: ['code'],
      },
      registry,
    ),
    errors: createTallies(
      { name: 'souk_router_errors_total', help: 'Errors in answers, by code.', labelNames: ['code'] },
      registry,
    ),
    prepared: createTallies(
      {
        name: 'souk_router_prepared_operations_total',
        help: 'Operations that were used before, known before, compiled, or left to the gateway.',
        labelNames: ['result'],
      },
      registry,
    ),
    responseCache: createTallies(
      {
        name: 'souk_router_response_cache_total',
        help: 'What the cache of answers could do.',
        labelNames: ['result'],
      },
      registry,
    ),
  };
}
