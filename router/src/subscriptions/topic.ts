import type { RouterContext } from '../operations/router-context.js';
import { unavailable } from '../subgraphs/subgraph-errors.js';
import type { EventSink } from './event-sink.js';

/** One who hears what a topic tells. */
export interface Listener {
  context: RouterContext;
  /** @param json a result, the same text for all who listen. */
  next(json: string): void;
  end(): void;
  fail(error: unknown): void;
}

export interface TopicParts<Event> {
  /** Begins to push events. Resolves to a function that ends this. */
  open(sink: EventSink<Event>, context: RouterContext): Promise<() => void>;
  /** Makes the result of an event, as JSON. */
  resolve(event: Event, context: RouterContext): Promise<string>;
  /** Called once, when nobody listens any more or nothing more will come. */
  onOver(): void;
}

const waitingEventsLimit = 100;
type Ending = { error?: unknown };

/**
 * What several clients subscribed to that is the same for all of them: one source, whose events are resolved once, one
 * after the other, and told to everybody.
 */
export class Topic<Event> implements EventSink<Event> {
  private readonly listeners = new Set<Listener>();
  private readonly waiting: Event[] = [];
  private ending: Ending | undefined;
  private isResolving = false;
  private isOver = false;
  private hasBegun = false;
  private close: (() => void) | undefined;

  constructor(private readonly parts: TopicParts<Event>) {}

  /** Whether somebody who joins now would miss what those before them were told. */
  get isUnderWay(): boolean {
    return this.hasBegun;
  }

  join(listener: Listener): void {
    this.listeners.add(listener);
    if (this.listeners.size === 1) void this.open(listener.context);
  }

  /** Whoever is the last to leave ends the topic. */
  leave(listener: Listener): void {
    this.listeners.delete(listener);
    if (this.listeners.size === 0) this.finish();
  }

  push(event: Event): void {
    if (this.isOver || this.ending) return;
    this.hasBegun = true;
    // Things happen more quickly than subgraphs answer. Clients come back with the last sequence they saw.
    if (this.waiting.length >= waitingEventsLimit) this.breakOff(unavailable());
    else this.waiting.push(event);
    if (!this.isResolving) void this.resolveAll();
  }

  end(): void {
    this.endWith({});
  }

  fail(error: unknown): void {
    this.endWith({ error });
  }

  private async open(context: RouterContext): Promise<void> {
    try {
      const close = await this.parts.open(this, context);
      if (this.isOver) close();
      else this.close = close;
    } catch (error) {
      this.fail(error);
    }
  }

  private endWith(ending: Ending): void {
    if (this.isOver || this.ending) return;
    this.ending = ending;
    if (!this.isResolving) this.tellEnding(ending);
  }

  private breakOff(error: unknown): void {
    this.waiting.length = 0;
    this.tellEnding({ error });
  }

  /** One event after the other, so that their results are told in order. */
  private async resolveAll(): Promise<void> {
    this.isResolving = true;
    for (let event = this.waiting.shift(); event !== undefined; event = this.waiting.shift()) {
      try {
        const json = await this.resolve(event);
        if (json !== undefined) for (const listener of this.listeners) listener.next(json);
      } catch (error) {
        this.breakOff(error);
      }
    }
    this.isResolving = false;
    if (this.ending) this.tellEnding(this.ending);
  }

  /** In the name of one who listens: all of them may see the same. */
  private async resolve(event: Event): Promise<string | undefined> {
    for (const { context } of this.listeners) return this.parts.resolve(event, context);
    return undefined;
  }

  private tellEnding(ending: Ending): void {
    const listeners = [...this.listeners];
    this.finish();
    for (const listener of listeners) {
      if ('error' in ending) listener.fail(ending.error);
      else listener.end();
    }
  }

  private finish(): void {
    if (this.isOver) return;
    this.isOver = true;
    this.listeners.clear();
    this.waiting.length = 0;
    this.close?.();
    this.parts.onOver();
  }
}
