import DataLoader from 'dataloader';

interface SkipsOptions<Event> {
  /** Passes over all of them; must not reject. */
  skip: (events: readonly Event[]) => Promise<void>;
  /** How long one waits for more, in milliseconds, unless it is hurried. */
  lingerMs: number;
  mostAtOnce: number;
}

/** Collects events that only have to be passed over, so that many cost hardly more than one. */
export class Skips<Event> {
  private readonly batches: DataLoader<Event, void>;
  private readonly lingering = new Map<NodeJS.Timeout, () => void>();

  constructor({ skip, lingerMs, mostAtOnce }: SkipsOptions<Event>) {
    const skipAll = async (events: readonly Event[]) => {
      await skip(events);
      return events.map(() => undefined);
    };
    this.batches = new DataLoader<Event, void>(skipAll, {
      cache: false,
      maxBatchSize: mostAtOnce,
      batchScheduleFn: (dispatch) => this.linger(dispatch, lingerMs),
    });
  }

  /** Resolves when the event has been passed over. */
  add(event: Event): Promise<void> {
    return this.batches.load(event);
  }

  /** Somebody waits for what has been added. */
  hurry(): void {
    for (const [timer, dispatch] of this.lingering) {
      clearTimeout(timer);
      dispatch();
    }
    this.lingering.clear();
  }

  private linger(dispatch: () => void, lingerMs: number): void {
    const timer = setTimeout(() => {
      this.lingering.delete(timer);
      dispatch();
    }, lingerMs);
    this.lingering.set(timer, dispatch);
  }
}
