import type { Response } from 'express';
import type { FormattedExecutionResult } from 'graphql';

const aliveEveryMs = 12_000;

/** An answer written as server-sent events, in the distinct connections mode of the graphql-sse protocol. */
export class EventStream {
  private readonly alive: NodeJS.Timeout;

  constructor(private readonly response: Response) {
    response.set({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      connection: 'keep-alive',
      // Some proxies would hold the events back.
      'x-accel-buffering': 'no',
    });
    this.alive = setInterval(() => this.write(':\n\n'), aliveEveryMs);
    response.once('close', () => clearInterval(this.alive));
    // Some browsers take the headers for sent only when something follows them.
    this.write(':\n\n');
  }

  onClosed(listener: () => void): void {
    if (this.response.closed) listener();
    else this.response.once('close', listener);
  }

  /** Resolves when the client has taken it, or is gone. */
  async next(result: FormattedExecutionResult): Promise<void> {
    if (!this.write(`event: next\ndata: ${JSON.stringify(result)}\n\n`)) await this.drained();
  }

  complete(): void {
    if (!this.response.destroyed) this.response.end('event: complete\ndata:\n\n');
  }

  /** Whether more may be written at once. */
  private write(text: string): boolean {
    return this.response.destroyed || this.response.write(text);
  }

  private drained(): Promise<void> {
    const { response } = this;
    return new Promise((resolve) => {
      const settle = () => {
        response.off('drain', settle).off('close', settle);
        resolve();
      };
      response.on('drain', settle).on('close', settle);
    });
  }
}
