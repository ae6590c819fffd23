import type { PublicError } from '@souk/kit/domain';
import type { Dispatcher } from 'undici';
import { tooSlow } from './subgraph-errors.js';

export interface SubgraphResponse {
  status: number;
  text: string;
}

interface Settle {
  resolve(response: SubgraphResponse): void;
  reject(error: Error): void;
}

/** Gathers the response to one request, in the way that costs undici least: without streams and signals. */
export class ResponseReader implements Dispatcher.DispatchHandler {
  private status = 0;
  private readonly chunks: Buffer[] = [];
  private readonly timer: NodeJS.Timeout;
  private controller: Dispatcher.DispatchController | undefined;
  private givenUp: PublicError | undefined;

  /** Rejects with TIMEOUT when the response has not come within `withinMs`. */
  constructor(
    private readonly settle: Settle,
    withinMs: number,
  ) {
    this.timer = setTimeout(() => this.giveUp(), withinMs);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.controller = controller;
    if (this.givenUp) controller.abort(this.givenUp);
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number): void {
    this.status = status;
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.chunks.push(chunk);
  }

  onResponseEnd(): void {
    clearTimeout(this.timer);
    const [first] = this.chunks;
    const body = first && this.chunks.length === 1 ? first : Buffer.concat(this.chunks);
    this.settle.resolve({ status: this.status, text: body.toString() });
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    clearTimeout(this.timer);
    this.settle.reject(error);
  }

  private giveUp(): void {
    this.givenUp = tooSlow();
    this.settle.reject(this.givenUp);
    this.controller?.abort(this.givenUp);
  }
}
