import type { Socket } from 'node:net';

/** What may happen to bytes that flow one way. */
export interface FlowTrouble {
  isStalled(): boolean;
  delayMs(): number;
  /** Takes up to so many bytes off what may still flow before the connection breaks; gives back how many flow. */
  admit(bytes: number): number;
  /** The connection is to break now. */
  onBroken(): void;
}

interface Waiting {
  chunk: Buffer | null;
  at: number;
}

const mostWaitingBytes = 1_048_576;

/** One direction of one connection: bytes go through in order, later or not at all while there is trouble. */
export class Flow {
  private readonly waiting: Waiting[] = [];
  private waitingBytes = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly source: Socket,
    private readonly sink: Socket,
    private readonly trouble: FlowTrouble,
  ) {
    source.on('data', (chunk: Buffer) => this.take(chunk));
    source.on('end', () => this.take(null));
    sink.on('drain', () => this.settle());
  }

  /** Looks again: trouble has begun or ended. */
  settle(): void {
    clearTimeout(this.timer);
    if (this.trouble.isStalled()) {
      this.source.pause();
      return;
    }
    this.sendDue();
    const [next] = this.waiting;
    if (next) this.timer = setTimeout(() => this.settle(), Math.max(0, next.at - performance.now()));
    if (this.waitingBytes < mostWaitingBytes && !this.sink.writableNeedDrain) this.source.resume();
    else this.source.pause();
  }

  close(): void {
    clearTimeout(this.timer);
    this.waiting.length = 0;
  }

  /** @param chunk null for the end of what the source has to say. */
  private take(chunk: Buffer | null): void {
    this.waiting.push({ chunk, at: performance.now() + this.trouble.delayMs() });
    this.waitingBytes += chunk?.length ?? 0;
    this.settle();
  }

  private sendDue(): void {
    while (this.waiting[0] && this.waiting[0].at <= performance.now() && !this.sink.writableNeedDrain) {
      const { chunk } = this.waiting.shift() as Waiting;
      this.waitingBytes -= chunk?.length ?? 0;
      if (chunk === null) this.sink.end();
      else if (!this.send(chunk)) return;
    }
  }

  private send(chunk: Buffer): boolean {
    const admitted = this.trouble.admit(chunk.length);
    if (admitted === chunk.length) {
      this.sink.write(chunk);
      return true;
    }
    this.sink.write(chunk.subarray(0, admitted), () => this.trouble.onBroken());
    return false;
  }
}
