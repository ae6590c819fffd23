const atOnce = 8;

/** Sends what is due, a few at a time. */
export class SendingQueue {
  private readonly due: string[][] = [];
  private readonly timers = new Set<NodeJS.Timeout>();
  private readonly active = new Set<Promise<void>>();
  private readonly ending = new AbortController();

  constructor(private readonly send: (id: string) => Promise<void>) {}

  get signal(): AbortSignal {
    return this.ending.signal;
  }

  get closed(): boolean {
    return this.ending.signal.aborted;
  }

  addLater(id: string, delayMs: number): void {
    if (delayMs <= 0) this.addInOrder([id]);
    else this.addByTimer(id, delayMs);
  }

  /** Each of these is sent only when the one before it was answered. */
  addInOrder(ids: string[]): void {
    this.due.push(ids);
    this.fill();
  }

  /** Stops waiting, breaks off what is being sent, and returns when all is quiet. */
  async close(): Promise<void> {
    this.ending.abort();
    for (const timer of this.timers) clearTimeout(timer);
    await Promise.all(this.active);
  }

  private addByTimer(id: string, delayMs: number): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      this.addInOrder([id]);
    }, delayMs);
    this.timers.add(timer);
  }

  private fill(): void {
    while (!this.closed && this.active.size < atOnce && this.due.length > 0) this.start(this.due.shift()!);
  }

  private start(ids: string[]): void {
    const sending = this.sendAll(ids).finally(() => {
      this.active.delete(sending);
      this.fill();
    });
    this.active.add(sending);
  }

  private async sendAll(ids: string[]): Promise<void> {
    for (const id of ids) if (!this.closed) await this.send(id);
  }
}
