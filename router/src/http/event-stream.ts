import type { Response } from 'express';

const aliveEveryMs = 12_000;
/** How much a client may be behind. */
const unsentBytesLimit = 256 * 1024;

/** An answer written as server-sent events, in the distinct connections mode of the graphql-sse protocol. */
export class EventStream {
  constructor(private readonly response: Response) {
    response.set({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      connection: 'keep-alive',
      // Some proxies would hold the events back.
      'x-accel-buffering': 'no',
    });
    keepAlive(this);
    // Some browsers take the headers for sent only when something follows them.
    this.comment();
  }

  onClosed(listener: () => void): void {
    if (this.response.closed) listener();
    else this.response.once('close', listener);
  }

  /** @param json a result. Gives up a client that does not read: it can resume after the last sequence it saw. */
  next(json: string): void {
    if (this.response.writableLength > unsentBytesLimit) this.breakOff();
    else this.write(`event: next\ndata: ${json}\n\n`);
  }

  /** So that nobody on the way takes the connection for dead. */
  comment(): void {
    this.write(':\n\n');
  }

  complete(): void {
    if (!this.response.destroyed) this.response.end('event: complete\ndata:\n\n');
  }

  breakOff(): void {
    this.response.destroy();
  }

  private write(text: string): void {
    if (!this.response.destroyed) this.response.write(text);
  }
}

const openStreams = new Set<EventStream>();
let timer: NodeJS.Timeout | undefined;

/** One timer for all streams, as long as there are any. */
function keepAlive(stream: EventStream): void {
  openStreams.add(stream);
  timer ??= setInterval(() => {
    for (const each of openStreams) each.comment();
  }, aliveEveryMs);
  stream.onClosed(() => {
    openStreams.delete(stream);
    if (openStreams.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  });
}
