import type { Metric, Registry } from 'prom-client';
import { durationBuckets } from './duration-buckets.js';

/** How long something took, again and again. Taking note of it costs next to nothing. */
export class Durations {
  private readonly counts = new Float64Array(durationBuckets.length + 1);
  private sum = 0;

  observe(seconds: number): void {
    let bucket = 0;
    while (bucket < durationBuckets.length && seconds > (durationBuckets[bucket] as number)) bucket += 1;
    this.counts[bucket] = (this.counts[bucket] as number) + 1;
    this.sum += seconds;
  }

  /** How many took no longer than each of the buckets' bounds, the sum of all, and their number. */
  read(): { upTo: number[]; sum: number; count: number } {
    let count = 0;
    const upTo = Array.from(this.counts, (inBucket) => {
      count += inBucket;
      return count;
    });
    return { upTo, sum: this.sum, count };
  }
}

/** Finds the durations of a label's value. To be found beforehand: looking for them costs more than taking note. */
export type FindDurations = (value: string) => Durations;

export interface DurationsOptions {
  name: string;
  help: string;
  /** Its values must come from a bounded set. */
  labelName: string;
}

/** A histogram in seconds that is put together when somebody asks for the metrics. */
export function createDurations({ name, help, labelName }: DurationsOptions, registry: Registry): FindDurations {
  const known = new Map<string, Durations>();
  const values = () => [...known].flatMap(([value, durations]) => linesOf(name, { [labelName]: value }, durations));
  const metric = {
    name,
    help,
    type: 'histogram',
    aggregator: 'sum',
    get: async () => ({ ...metric, values: values() }),
  };
  registry.registerMetric(metric as unknown as Metric<string>);
  return (value) => {
    const durations = known.get(value) ?? new Durations();
    known.set(value, durations);
    return durations;
  };
}

function linesOf(name: string, labels: Record<string, string>, durations: Durations) {
  const { upTo, sum, count } = durations.read();
  const bounds = [...durationBuckets, '+Inf'];
  return [
    ...bounds.map((le, index) => ({ metricName: `${name}_bucket`, labels: { le, ...labels }, value: upTo[index] })),
    { metricName: `${name}_sum`, labels, value: sum },
    { metricName: `${name}_count`, labels, value: count },
  ];
}
