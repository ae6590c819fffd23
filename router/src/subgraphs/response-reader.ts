import type { PublicError } from '@souk/kit/domain';
import type { Dispatcher } from 'undici';
import type { Abandonable, Departure } from '../operations/departure.js';
import { CutShortError, tooSlow } from './subgraph-errors.js';

export interface SubgraphResponse {
  status: number;
  text: string;
}

interface Settle {
  resolve(response: SubgraphResponse): void;
  reject(error: Error): void;
}

export interface Patience {
  withinMs: number;
  /** Whether that is less than the subgraph may expect. */
  isCutShort: boolean;
  departure: Departure | undefined;
}

/** Gathers the response to one request, in the way that costs undici least: without streams and signals. */
export class ResponseReader implements Dispatcher.DispatchHandler, Abandonable {
  private status = 0;
  private readonly chunks: Buffer[] = [];
  private readonly timer: NodeJS.Timeout;
  private controller: Dispatcher.DispatchController | undefined;
  private givenUp: PublicError | undefined;

  /** Rejects with TIMEOUT when the response has not come in time, or nobody waits for it any more. */
  constructor(
    private readonly settle: Settle,
    private readonly patience: Patience,
  ) {
    const { withinMs, isCutShort, departure } = patience;
    this.timer = setTimeout(() => this.giveUp(isCutShort ? new CutShortError() : tooSlow()), withinMs);
    departure?.hold(this);
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
    this.stopWaiting();
    const [first] = this.chunks;
    const body = first && this.chunks.length === 1 ? first : Buffer.concat(this.chunks);
    this.settle.resolve({ status: this.status, text: body.toString() });
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.stopWaiting();
    this.settle.reject(error);
  }

  abandon(): void {
    this.giveUp(new CutShortError());
  }

  private stopWaiting(): void {
    clearTimeout(this.timer);
    this.patience.departure?.forget(this);
  }

  private giveUp(reason: PublicError): void {
    this.stopWaiting();
    this.givenUp = reason;
    this.settle.reject(reason);
    this.controller?.abort(reason);
  }
}
