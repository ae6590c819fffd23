import type { Metrics } from '../metrics/metrics.js';
import type { Tally } from '../metrics/tallies.js';

/** What the cache has done, in entities and in answers about root fields. */
export interface CacheTallies {
  /** Found in this process. */
  memoryHits: Tally;
  /** Found in Redis. */
  sharedHits: Tally;
  /** Asked of a subgraph. */
  misses: Tally;
  /** Entities of which an event told that they are old. */
  invalidations: Tally;
}

export function createCacheTallies({ responseCache }: Pick<Metrics, 'responseCache'>): CacheTallies {
  return {
    memoryHits: responseCache({ result: 'memory_hit' }),
    sharedHits: responseCache({ result: 'redis_hit' }),
    misses: responseCache({ result: 'miss' }),
    invalidations: responseCache({ result: 'invalidation' }),
  };
}
