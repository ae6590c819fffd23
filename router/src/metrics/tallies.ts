import { Counter, type Registry } from 'prom-client';

/** A number that only grows. Raising it costs next to nothing; it is written down when somebody asks for the metrics. */
export class Tally {
  private total = 0;
  private written = 0;

  add(count = 1): void {
    this.total += count;
  }

  /** What was added since it was last taken. */
  takeNew(): number {
    const { total, written } = this;
    this.written = total;
    return total - written;
  }
}

/** Finds the tally of some label values. To be found beforehand: looking for it costs more than raising it. */
export type FindTally<Label extends string> = (labels: Record<Label, string>) => Tally;

export interface TalliesOptions<Label extends string> {
  name: string;
  help: string;
  labelNames: readonly Label[];
}

/** A counter that is kept as tallies. Its label values must come from a bounded set. */
export function createTallies<Label extends string>(
  options: TalliesOptions<Label>,
  registry: Registry,
): FindTally<Label> {
  const tallies = new Map<string, { labels: Record<Label, string>; tally: Tally }>();
  new Counter({
    ...options,
    registers: [registry],
    collect() {
      for (const { labels, tally } of tallies.values()) this.inc(labels, tally.takeNew());
    },
  });
  return (labels) => {
    const key = JSON.stringify(options.labelNames.map((name) => labels[name]));
    const known = tallies.get(key);
    if (known) return known.tally;
    const tally = new Tally();
    tallies.set(key, { labels, tally });
    return tally;
  };
}
