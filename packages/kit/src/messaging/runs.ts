import type { Envelope } from './envelope.js';

/** Events of one aggregate that follow one another. */
export interface Run {
  aggregateId: string;
  first: number;
  last: number;
  events: Envelope[];
}

/** The first run of each aggregate: what comes after a gap is in none. */
export function runsOf(envelopes: readonly Envelope[]): Run[] {
  const runs = new Map<string, Run>();
  for (const event of envelopes.toSorted((one, other) => one.aggregateversion - other.aggregateversion)) {
    const { subject: aggregateId, aggregateversion: version } = event;
    const run = runs.get(aggregateId) ?? { aggregateId, first: version, last: version, events: [] };
    if (version > run.last + 1) continue;
    runs.set(aggregateId, { ...run, last: version, events: [...run.events, event] });
  }
  return [...runs.values()];
}
