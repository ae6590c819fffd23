import type { Done, Findings, Kept, Series } from '../src/reliability/keeping/kept.js';
import { form } from '../src/reliability/keeping/kept.js';
import type { PartName, PartResults } from '../src/reliability/parts/part.js';
import { tallyOf } from '../src/report/tally.js';
import type { ChaosOutcome } from '../src/run/chaos-outcome.js';
import { nothingOnPurpose } from '../src/run-record.js';

const surroundings = {
  measuredAt: '2026-01-02T03:04:05Z',
  processor: '2 × Some CPU',
  load: 0,
  node: 'v24.0.0',
  postgres: '18.4, fsync on, synchronous_commit on',
  nats: '2.10.0, sync_interval always',
  redis: '7.0, appendfsync everysec',
};

/** A run in which all went well, or what a test says of it. */
export function anOutcome(told: Partial<ChaosOutcome> = {}): ChaosOutcome {
  return {
    plan: { seed: '1', minutes: 1.5, ordersPerSecond: 5, commit: 'c0ffee', faults: [] },
    folder: '/somewhere/else',
    surroundings,
    record: {
      startedAt: 0,
      faultsEndedAt: 0,
      loadEndedAt: 0,
      quietAt: 0,
      ...nothingOnPurpose(),
    },
    load: {
      seconds: 90,
      wantedPerSecond: 5,
      tripsBegun: 100,
      tripsHeldBack: 0,
      ordersPlaced: 80,
      reachedPerSecond: 1,
      placeOrder: null,
      reads: null,
      readsFailed: 0,
      untilPlaced: null,
      wishes: {},
      codes: {},
      surprises: [],
    },
    orders: { orders: 80, byStatus: {}, cancelledFor: {}, due: 70, paid: 70, completion: 1 },
    samples: { placeOrder: tallyOf([100]), reads: tallyOf([10]), eventsHandled: tallyOf([20]) },
    checks: [],
    violations: [],
    recovery: [],
    faultPointHits: [],
    leftOut: [],
    ...told,
  };
}

/** A check that found nothing, and counted. */
export function aCheck(figures: ChaosOutcome['checks'][number]['figures']): ChaosOutcome['checks'][number] {
  return { id: 'I13', holds: '', looked: {}, breaches: [], tookMs: 0, figures };
}

/** One result as it is kept. */
export function aResult<Result>(part: PartName, result: Result, told: Partial<Kept<Result>> = {}): Done<Result> {
  return {
    form,
    part,
    task: part,
    size: { minutes: 1.5 },
    source: { commit: '0123456789abcdef', changes: null },
    measuredAt: '2026-01-02T03:04:05Z',
    machine: '2 × Some CPU, 8.0 GB, Linux, Node v24.0.0',
    load: 0.1,
    servers: 'PostgreSQL 18.4, fsync on',
    failures: [],
    ...told,
    result,
  };
}

export function aSeries<Result>(...done: Done<Result>[]): Series<Result> {
  return { asked: done.length, done, failures: [] };
}

/** Nothing was measured but this. */
export function findingsOf(told: { [Name in PartName]?: Series<PartResults[Name]> }): Findings {
  return { runs: null, soak: null, mutants: null, recovery: null, 'flash-sale': null, latency: null, ...told };
}
