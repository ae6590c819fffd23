import type { Registry } from 'prom-client';
import { createDurations, type Durations, type FindDurations } from './durations.js';
import { createTallies, type FindTally, type Tally } from './tallies.js';
import { type WayIn, waysIn } from './way-in.js';

const mostNames = 1_000;
/** Of operations that no client has handed in; their names could be anything. */
const other = 'other';

interface NamedOperation {
  counts: Record<WayIn, Tally>;
  seconds: Durations;
}

/** How often operations come, and how long they take, by the names of those that clients are known to send. */
export class RequestMetrics {
  private readonly countOf: FindTally<'operation' | 'way'>;
  private readonly secondsOf: FindDurations;
  private readonly named = new Map<string | undefined, NamedOperation>();
  private readonly others: NamedOperation;

  constructor(registry: Registry) {
    this.countOf = createTallies(
      {
        name: 'souk_router_requests_total',
        help: 'Operations that were answered, by the way they came in.',
        labelNames: ['operation', 'way'],
      },
      registry,
    );
    this.secondsOf = createDurations(
      {
        name: 'souk_router_request_duration_seconds',
        help: 'From the operation being read to its answer.',
        labelName: 'operation',
      },
      registry,
    );
    this.others = this.prepare(other);
  }

  /** From now on, operations of this name are told apart. */
  know(name: string): void {
    if (this.named.size < mostNames && !this.named.has(name)) this.named.set(name, this.prepare(name));
  }

  /** @param startedAtMs by `performance.now()`. */
  record(name: string | undefined, way: WayIn, startedAtMs: number): void {
    const operation = this.named.get(name) ?? this.others;
    operation.counts[way].add();
    operation.seconds.observe((performance.now() - startedAtMs) / 1_000);
  }

  private prepare(operation: string): NamedOperation {
    const counts = waysIn.map((way) => [way, this.countOf({ operation, way })]);
    return { counts: Object.fromEntries(counts), seconds: this.secondsOf(operation) };
  }
}
