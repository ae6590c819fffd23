import { PublicError } from '@souk/kit/domain';
import type { Logger } from '@souk/kit/observability';
import {
  BrokenCircuitError,
  type CircuitBreakerPolicy,
  CircuitState,
  circuitBreaker,
  ExponentialBackoff,
  handleWhen,
  SamplingBreaker,
} from 'cockatiel';
import type { SubgraphMetrics } from '../metrics/subgraph-metrics.js';
import { CutShortError, NotAskedError } from './subgraph-errors.js';

export interface BreakerParts {
  subgraph: string;
  metrics: Pick<SubgraphMetrics, 'breaker'>;
  logger: Pick<Logger, 'info' | 'warn'>;
}

/** Opens when more than half of at least five questions within these five seconds failed. */
const sampling = { threshold: 0.5, duration: 5_000, minimumRps: 1 };
/** How long it stays open before one question tries the subgraph again; jittered. A new process is up within seconds. */
const backoff = { initialDelay: 250, maxDelay: 500 };

/** Spares a subgraph that does not answer, and those who would wait for it. */
export class Breaker {
  private readonly policy: CircuitBreakerPolicy;

  constructor({ subgraph, metrics, logger }: BreakerParts) {
    // What tries a subgraph must bring an answer; anything less keeps it open.
    const isFailure = (error: unknown) => this.policy.state !== CircuitState.Closed || isOutage(error);
    this.policy = circuitBreaker(handleWhen(isFailure), {
      halfOpenAfter: new ExponentialBackoff(backoff),
      breaker: new SamplingBreaker(sampling),
    });
    this.policy.onStateChange((state) => metrics.breaker(namesOfStates[state]));
    this.policy.onBreak(() => logger.warn({ subgraph }, 'A subgraph is not asked any more for a while.'));
    this.policy.onReset(() => logger.info({ subgraph }, 'A subgraph answers again.'));
    metrics.breaker('closed');
  }

  /** @throws {NotAskedError} at once while it is open. */
  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    // Those who come while one tries would have to wait for it.
    if (this.policy.state === CircuitState.HalfOpen) throw new NotAskedError();
    try {
      return await this.policy.execute(work);
    } catch (error) {
      throw error instanceof BrokenCircuitError ? new NotAskedError() : error;
    }
  }
}

const namesOfStates = {
  [CircuitState.Closed]: 'closed',
  [CircuitState.HalfOpen]: 'halfOpen',
  [CircuitState.Open]: 'open',
  [CircuitState.Isolated]: 'open',
} as const;

function isOutage(error: unknown): boolean {
  if (!(error instanceof PublicError) || error instanceof CutShortError) return false;
  return error.code === 'SERVICE_UNAVAILABLE' || error.code === 'TIMEOUT';
}
