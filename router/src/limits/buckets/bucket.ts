/** How much a bucket holds when it is full, and how fast it fills. */
export interface BucketSize {
  capacity: number;
  perSecond: number;
}

/** What is wanted of one bucket. */
export interface Draw {
  key: string;
  size: BucketSize;
  /** Taken only when every bucket that is asked with it has as much. */
  amount: number;
  /** Taken already, and to be written down whatever is left: it may leave less than nothing. */
  owed?: number;
}

/** Whether everything was taken, how long to wait if not, and what each bucket holds now, in the order of the draws. */
export interface Drawn {
  isTaken: boolean;
  retryAfterMs: number;
  left: number[];
}

/** Keeps buckets by their keys. One that was never drawn from is full. */
export interface Buckets {
  /** Draws from all of them, or from none. No key may stand there twice. */
  draw(draws: readonly Draw[]): Promise<Drawn>;
}

export function timesAsMuch(factor: number, { capacity, perSecond }: BucketSize): BucketSize {
  return { capacity: capacity * factor, perSecond: perSecond * factor };
}

export function msEach({ perSecond }: BucketSize): number {
  return 1_000 / perSecond;
}
