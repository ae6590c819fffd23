export interface EventQueueOptions {
  /** How many items may wait before the reader is too slow. */
  limit: number;
  /** Called once when the reader is too slow; what waited is dropped. */
  onOverflow: () => void;
  /** Called once when nothing more is taken, whatever the reason. */
  onOver: () => void;
}

const done = { value: undefined, done: true } as const;

/**
 * A bounded queue between who pushes and who iterates. Unlike an async generator it can be ended while its reader waits
 * for the next item.
 */
export class EventQueue<Item> implements AsyncIterableIterator<Item, undefined> {
  private readonly waiting: Item[] = [];
  private failure: { error: unknown } | undefined;
  private over = false;
  private abandoned = false;
  private reader: PromiseWithResolvers<void> | undefined;

  constructor(private readonly options: EventQueueOptions) {}

  /** Whether the reader has gone, so that nothing is wanted any more. */
  get isAbandoned(): boolean {
    return this.abandoned;
  }

  push(item: Item): void {
    if (this.over) return;
    if (this.waiting.length >= this.options.limit) {
      this.abandon();
      this.options.onOverflow();
      return;
    }
    this.waiting.push(item);
    this.reader?.resolve();
  }

  /** What waits is still read, then it is over. */
  end(): void {
    if (this.over) return;
    this.over = true;
    this.options.onOver();
    this.reader?.resolve();
  }

  /** What waits is still read, then the reader gets the error. */
  fail(error: unknown): void {
    if (this.over) return;
    this.failure = { error };
    this.end();
  }

  async next(): Promise<IteratorResult<Item, undefined>> {
    if (this.waiting.length === 0 && !this.over) {
      this.reader = Promise.withResolvers();
      await this.reader.promise;
    }
    const [item] = this.waiting.splice(0, 1) as [Item?];
    if (item !== undefined) return { value: item, done: false };
    const failure = this.failure;
    this.failure = undefined;
    if (failure) throw failure.error;
    return done;
  }

  async return(): Promise<IteratorResult<Item, undefined>> {
    this.abandon();
    return done;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  private abandon(): void {
    this.abandoned = true;
    this.waiting.length = 0;
    this.failure = undefined;
    this.end();
  }
}
