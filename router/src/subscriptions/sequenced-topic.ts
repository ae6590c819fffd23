import { setTimeout as delay } from 'node:timers/promises';
import { PublicError, type PublicErrorCode } from '@souk/kit/domain';
import { faultPoint } from '@souk/kit/faults';
import type { RouterContext } from '../operations/router-context.js';
import { unavailable } from '../subgraphs/subgraph-errors.js';
import type { FedEvent } from './nats-fed-fields.js';
import { SubscriptionRefusedError } from './subscription-refused.error.js';
import type { Listener } from './topic.js';

export interface SequencedTopicParts {
  /** Begins to hear what happens, through {@link SequencedTopic.hear}. Returns a function that ends this. */
  listen(topic: SequencedTopic): () => void;
  /** Reads everything that has happened, oldest first, in the name of who listens. */
  readHistory(context: RouterContext): Promise<FedEvent[]>;
  /** Makes the result of an event, as JSON. */
  resolve(event: FedEvent, context: RouterContext): Promise<string>;
  /** Called once. */
  onOver(): void;
}

const retryMs = 1_000;
const mostRetries = 10;
const mostKnown = 200;
/** What may be over when it is asked again. */
const passingCodes: ReadonlySet<unknown> = new Set<PublicErrorCode>(['SERVICE_UNAVAILABLE', 'TIMEOUT']);

/**
 * A topic whose events are numbered: each listener hears the next number after the last one that it knows, and nothing
 * else, whether it came a moment ago or stands in the history. What is heard may have gaps, repeat itself or come late;
 * where the next number is missing, the history is read.
 */
export class SequencedTopic {
  /** The last number that each listener knows. */
  private readonly lastKnown = new Map<Listener, number>();
  /** Events that somebody has still to hear. */
  private readonly known = new Map<number, FedEvent>();
  private lowestKnown = 0;
  private highestHeard = 0;
  private endsAfter = Number.POSITIVE_INFINITY;
  private mustRead = false;
  private hasRead = false;
  private isWorking = false;
  private isOver = false;
  private stopListening: (() => void) | undefined;

  constructor(private readonly parts: SequencedTopicParts) {}

  /** The history is read for whoever joins, which is also how its owner is asked whether they may see it. */
  join(listener: Listener, after: number): void {
    this.stopListening ??= this.parts.listen(this);
    this.lastKnown.set(listener, after);
    this.doubt();
  }

  leave(listener: Listener): void {
    this.lastKnown.delete(listener);
    if (this.lastKnown.size === 0) this.finish();
  }

  hear(event: FedEvent): void {
    if (event.sequence <= this.lowestKnown) return;
    this.keep(event);
    void this.work();
  }

  /** Reads the history, because something may have been missed. */
  doubt(): void {
    this.mustRead = true;
    void this.work();
  }

  private keep(event: FedEvent): void {
    if (this.known.size >= mostKnown) {
      this.known.clear();
      this.mustRead = true;
    }
    this.known.set(event.sequence, event);
    this.highestHeard = Math.max(this.highestHeard, event.sequence);
    if (event.isLast) this.endsAfter = event.sequence;
  }

  private async work(): Promise<void> {
    if (this.isWorking) return;
    this.isWorking = true;
    try {
      // In the same moment others may join, and hear the same reading.
      if (this.mustRead) await Promise.resolve();
      while (!this.isOver && (await this.advance()));
    } catch (error) {
      this.failAll(error);
    }
    this.isWorking = false;
  }

  /** Returns whether there is more to do. */
  private async advance(): Promise<boolean> {
    if (this.mustRead) await this.read();
    await this.tellKnown();
    this.endListeners();
    if (this.isMissing()) this.mustRead = true;
    return this.mustRead || this.known.has(this.lowestKnown + 1);
  }

  private async read(): Promise<void> {
    for (let retries = 0; !this.isOver; retries += 1) {
      this.mustRead = false;
      const context = this.anyContext();
      if (!context) return;
      try {
        const history = await this.parts.readHistory(context);
        await faultPoint('router.subscription.betweenHistoryAndLive');
        for (const event of history) this.keep(event);
        this.hasRead = true;
        this.settle();
        if (!this.isMissing()) return;
        throw unavailable();
      } catch (error) {
        if (!this.hasRead || !isPassing(error) || retries === mostRetries) throw error;
        await delay(retryMs);
      }
    }
  }

  /** Resolves all at once what comes next, and tells it in order. */
  private async tellKnown(): Promise<void> {
    this.settle();
    const events: FedEvent[] = [];
    for (let next = this.known.get(this.lowestKnown + 1); next; next = this.known.get(next.sequence + 1))
      events.push(next);
    const [first] = events;
    const context = this.anyContext();
    if (!first || !context) return;
    const results = await Promise.all(events.map((event) => this.parts.resolve(event, context)));
    for (const [index, json] of results.entries()) this.tell(first.sequence + index, json);
    this.settle();
  }

  private tell(sequence: number, json: string): void {
    for (const [listener, last] of this.lastKnown) {
      if (last !== sequence - 1) continue;
      this.lastKnown.set(listener, sequence);
      listener.next(json);
    }
  }

  private endListeners(): void {
    if (this.endsAfter === Number.POSITIVE_INFINITY) return;
    for (const [listener, last] of [...this.lastKnown]) {
      if (last < this.endsAfter) continue;
      this.leave(listener);
      listener.end();
    }
  }

  /** Finds out what everybody knows already, and forgets the events that nobody has still to hear. */
  private settle(): void {
    let lowest = Number.POSITIVE_INFINITY;
    for (const last of this.lastKnown.values()) if (last < lowest) lowest = last;
    this.lowestKnown = lowest;
    for (const sequence of this.known.keys()) if (sequence <= this.lowestKnown) this.known.delete(sequence);
  }

  private isMissing(): boolean {
    return !this.isOver && this.highestHeard > this.lowestKnown && !this.known.has(this.lowestKnown + 1);
  }

  /** Of one who listens: all of them may see the same. */
  private anyContext(): RouterContext | undefined {
    for (const { context } of this.lastKnown.keys()) return context;
    return undefined;
  }

  private failAll(error: unknown): void {
    const listeners = [...this.lastKnown.keys()];
    this.finish();
    for (const listener of listeners) listener.fail(error);
  }

  private finish(): void {
    if (this.isOver) return;
    this.isOver = true;
    this.lastKnown.clear();
    this.known.clear();
    this.stopListening?.();
    this.parts.onOver();
  }
}

function isPassing(error: unknown): boolean {
  if (error instanceof SubscriptionRefusedError)
    return error.errors.every(({ extensions }) => passingCodes.has(extensions['code']));
  return error instanceof PublicError && passingCodes.has(error.code);
}
