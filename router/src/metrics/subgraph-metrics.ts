import { Gauge, type Registry } from 'prom-client';
import { createDurations } from './durations.js';
import { createTallies } from './tallies.js';

/** The state of a breaker as a number: the higher, the worse. */
export const breakerStates = { closed: 0, halfOpen: 1, open: 2 } as const;

/** What can become of a question that fails as a whole. */
export type SubgraphFailure = 'UNAVAILABLE' | 'TIMEOUT' | 'NO_ANSWER' | 'NOT_ASKED' | 'CUT_SHORT';

/** How one subgraph does. */
export interface SubgraphMetrics {
  /** Takes note of an answer, whatever it says. */
  answered(seconds: number): void;
  /** Takes note of a question that failed as a whole. */
  failed(failure: SubgraphFailure): void;
  /** Takes note of a question that is asked again. */
  repeated(): void;
  breaker(state: keyof typeof breakerStates): void;
}

/** Finds the metrics of a subgraph by its name. */
export type FindSubgraphMetrics = (subgraph: string) => SubgraphMetrics;

export function createSubgraphMetrics(registry: Registry): FindSubgraphMetrics {
  const registers = [registry];
  const durationsOf = createDurations(
    {
      name: 'souk_router_subgraph_request_duration_seconds',
      help: 'From the question to the answer of a subgraph, waiting for a connection included.',
      labelName: 'subgraph',
    },
    registry,
  );
  const breakers = new Gauge({
    name: 'souk_router_subgraph_breaker_state',
    help: '0 closed: the subgraph is asked; 1 half open: it is tried; 2 open: it is not asked.',
    labelNames: ['subgraph'],
    registers,
  });
  const { failures, repetitions } = createTroubles(registry);
  return (subgraph) => {
    const repeated = repetitions({ subgraph });
    const durations = durationsOf(subgraph);
    return {
      answered: (seconds) => durations.observe(seconds),
      failed: (failure) => failures({ subgraph, failure }).add(),
      repeated: () => repeated.add(),
      breaker: (state) => breakers.set({ subgraph }, breakerStates[state]),
    };
  };
}

function createTroubles(registry: Registry) {
  const failures = createTallies(
    {
      name: 'souk_router_subgraph_failures_total',
      help: 'Questions to a subgraph that failed as a whole.',
      labelNames: ['subgraph', 'failure'],
    },
    registry,
  );
  const repetitions = createTallies(
    {
      name: 'souk_router_subgraph_retries_total',
      help: 'Questions to a subgraph that were asked again.',
      labelNames: ['subgraph'],
    },
    registry,
  );
  return { failures, repetitions };
}
