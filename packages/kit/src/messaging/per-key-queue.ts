/** Runs work side by side for different keys, one after the other for the same key, and at most `limit` at once. */
export class PerKeyQueue {
  private readonly tails = new Map<string, Promise<void>>();
  private readonly waiting: (() => void)[] = [];
  private running = 0;

  constructor(private readonly limit: number) {}

  /** Resolves as soon as there is room for more; `work` must not reject. */
  async add(key: string, work: () => Promise<void>): Promise<void> {
    while (this.running >= this.limit) await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.running += 1;
    const tail = (this.tails.get(key) ?? Promise.resolve()).then(work).finally(() => this.leave(key, tail));
    this.tails.set(key, tail);
  }

  async whenIdle(): Promise<void> {
    await Promise.all(this.tails.values());
  }

  private leave(key: string, tail: Promise<void>): void {
    if (this.tails.get(key) === tail) this.tails.delete(key);
    this.running -= 1;
    this.waiting.shift()?.();
  }
}
