import type { Tally } from '../metrics/tallies.js';
import type { RouterContext } from '../operations/router-context.js';
import type { ResultStream } from './result-stream.js';
import type { Listener } from './topic.js';
import type { Hearing } from './topics.js';

export interface StreamParts {
  context: RouterContext;
  /** What to listen to; asked when the stream begins. */
  topic: () => Hearing;
  /** How many results were told. */
  deliveries: Tally;
  /** Called once. */
  onOver: () => void;
}

/** What one client gets of a topic. */
export class Stream implements ResultStream, Listener {
  private readonly ending = Promise.withResolvers<boolean>();
  private onResult: ((json: string) => void) | undefined;
  private topic: Hearing | undefined;
  private isOver = false;

  constructor(private readonly parts: StreamParts) {}

  get context(): RouterContext {
    return this.parts.context;
  }

  tell(onResult: (json: string) => void): Promise<boolean> {
    if (!this.isOver) {
      this.onResult = onResult;
      this.topic = this.parts.topic();
      this.topic.join(this);
    }
    return this.ending.promise;
  }

  /** Ends it without anything being wrong, although there would be more. */
  cut(): void {
    this.finish();
    this.ending.resolve(false);
  }

  leave(): void {
    this.cut();
  }

  next(json: string): void {
    if (!this.onResult) return;
    this.parts.deliveries.add();
    this.onResult(json);
  }

  end(): void {
    this.finish();
    this.ending.resolve(true);
  }

  fail(error: unknown): void {
    this.finish();
    this.ending.reject(error);
  }

  private finish(): void {
    if (this.isOver) return;
    this.isOver = true;
    this.onResult = undefined;
    this.topic?.leave(this);
    this.parts.onOver();
  }
}
