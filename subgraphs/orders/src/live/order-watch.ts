import { faultPoint } from '@souk/kit/faults';
import { WakeUp } from '@souk/kit/messaging';
import type { Logger } from '@souk/kit/observability';
import { isFinal } from '../domain/order-status.js';
import { OrderStatusChange } from '../domain/order-status-change.js';
import type { PublishedStatus, StatusFeed } from './status-feed.js';

export interface WatchedOrder {
  orderId: string;
  /** The last row of the history that the watcher knows; 0 for none. */
  afterSequence: number;
  /** Reads the order's whole history, oldest row first. */
  readHistory: () => Promise<OrderStatusChange[]>;
  logger: Logger;
}

/** What is published during a reconnect is not heard: this is how long a change waits at most because of that. */
const rereadMs = 15_000;
const retryMs = 1_000;
const done = { value: undefined, done: true } as const;

/**
 * The rows of an order's history after the one that the watcher knows, then each new one: none left out, none twice, in
 * order. What the feed tells is delivered directly only when it is the very next row; else it makes the table be read. Ends
 * after a final status.
 */
export class OrderWatch implements AsyncIterableIterator<OrderStatusChange, undefined> {
  private readonly wakeUp = new WakeUp();
  private readonly stopListening: () => void;
  private readonly ready: OrderStatusChange[] = [];
  private lastSequence: number;
  private mustRead = true;
  private isOver = false;

  /** Listens from the first moment on, so that nothing between the reading and the waiting is missed. */
  constructor(
    feed: StatusFeed,
    private readonly watched: WatchedOrder,
  ) {
    this.lastSequence = watched.afterSequence;
    this.stopListening = feed.listen(watched.orderId, (published) => this.hear(published));
  }

  async next(): Promise<IteratorResult<OrderStatusChange, undefined>> {
    while (!this.isOver) {
      const change = this.ready.shift();
      if (change) return this.deliver(change);
      if (this.mustRead) await this.read();
      else await this.rest();
    }
    return done;
  }

  /** Ends the watch, also while somebody waits for the next row. */
  async return(): Promise<IteratorReturnResult<undefined>> {
    this.end();
    return done;
  }

  async throw(error: unknown): Promise<never> {
    this.end();
    throw error;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  private hear({ orderId, sequence, status, occurredAt }: PublishedStatus): void {
    if (sequence <= this.lastSequence) return;
    if (sequence === this.lastSequence + 1 && !this.mustRead) {
      this.add(new OrderStatusChange(orderId, sequence, null, status, null, new Date(occurredAt)));
    } else {
      this.mustRead = true;
    }
    this.wakeUp.wake();
  }

  private async read(): Promise<void> {
    this.mustRead = false;
    try {
      const history = await this.watched.readHistory();
      await faultPoint('orders.watch.betweenHistoryAndLive');
      this.take(history);
    } catch (error) {
      this.mustRead = true;
      this.watched.logger.warn(
        { err: error, orderId: this.watched.orderId },
        'A watched history could not be read yet.',
      );
      await this.wakeUp.wait(retryMs);
    }
  }

  private take(history: readonly OrderStatusChange[]): void {
    for (const change of history) if (change.sequence > this.lastSequence) this.add(change);
    const last = history.at(-1);
    if (this.ready.length === 0 && last && isFinal(last.to)) this.end();
  }

  private async rest(): Promise<void> {
    await this.wakeUp.wait(rereadMs);
    if (this.ready.length === 0) this.mustRead = true;
  }

  private add(change: OrderStatusChange): void {
    this.ready.push(change);
    this.lastSequence = change.sequence;
  }

  private deliver(change: OrderStatusChange): IteratorResult<OrderStatusChange, undefined> {
    if (isFinal(change.to)) this.end();
    return { value: change, done: false };
  }

  private end(): void {
    this.isOver = true;
    this.stopListening();
    this.wakeUp.wake();
  }
}
