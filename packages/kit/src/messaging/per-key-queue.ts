interface Lane {
  /** Ends with the last work that wants the key for itself. */
  alone: Promise<void>;
  /** Ends with everything. */
  all: Promise<void>;
  /** How many that want the key for themselves have not begun. */
  waiting: number;
}

/**
 * Runs work side by side for different keys, one after the other for the same key, and at most `limit` at once. Work that
 * is added `beside` shares the key with its like, and does not count.
 */
export class PerKeyQueue {
  private readonly lanes = new Map<string, Lane>();
  private readonly waiting: (() => void)[] = [];
  private running = 0;

  constructor(private readonly limit: number) {}

  /** Resolves as soon as there is room for more; `work` must not reject. */
  async add(key: string, work: () => Promise<void>): Promise<void> {
    while (this.running >= this.limit) await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.running += 1;
    const lane = this.lane(key);
    lane.waiting += 1;
    lane.alone = lane.all
      .then(() => {
        lane.waiting -= 1;
        return work();
      })
      .finally(() => this.leave());
    this.follow(key, lane, lane.alone);
  }

  /** Begins after what wants the key for itself, and what does so later waits for it; `work` must not reject. */
  addBeside(key: string, work: () => Promise<void>): void {
    const lane = this.lane(key);
    this.follow(key, lane, lane.alone.then(work));
  }

  isBusy(key: string): boolean {
    return this.lanes.has(key);
  }

  /** Whether work that wants the key for itself waits for what was added before it. */
  isAwaited(key: string): boolean {
    return (this.lanes.get(key)?.waiting ?? 0) > 0;
  }

  async whenIdle(): Promise<void> {
    await Promise.all(Array.from(this.lanes.values(), ({ all }) => all));
  }

  private lane(key: string): Lane {
    const lane = this.lanes.get(key) ?? { alone: Promise.resolve(), all: Promise.resolve(), waiting: 0 };
    this.lanes.set(key, lane);
    return lane;
  }

  private follow(key: string, lane: Lane, work: Promise<void>): void {
    const all = Promise.all([lane.all, work]).then(() => {
      if (lane.all === all) this.lanes.delete(key);
    });
    lane.all = all;
  }

  private leave(): void {
    this.running -= 1;
    this.waiting.shift()?.();
  }
}
