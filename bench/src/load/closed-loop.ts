export interface Load {
  /** How many shop at a time; each begins anew as soon as it is done. */
  customers: number;
  forMs: number;
  /** No more operations than this, however fast they are. */
  atMost: number;
}

/** How long the steps of one operation took, in milliseconds. */
export type Durations = Record<string, number>;

export interface LoadResult {
  operations: Durations[];
  failures: Error[];
  /** From the first beginning to the last end: what was begun is finished. */
  elapsedMs: number;
}

/** So many failures end the load: it measures nothing any more. */
const failuresAllowed = 20;

/** Lets customers do the same again and again, each waiting for its answer before it goes on. */
export async function closedLoop(
  { customers, forMs, atMost }: Load,
  operate: (turn: number) => Promise<Durations>,
  onChange: (result: LoadResult) => void,
): Promise<LoadResult> {
  const began = performance.now();
  const result: LoadResult = { operations: [], failures: [], elapsedMs: 0 };
  let turns = 0;
  const mayBegin = () =>
    performance.now() - began < forMs && turns < atMost && result.failures.length < failuresAllowed;
  const shop = async () => {
    while (mayBegin()) {
      await operate(turns++).then(
        (durations) => result.operations.push(durations),
        (error: unknown) => result.failures.push(asError(error)),
      );
      result.elapsedMs = performance.now() - began;
      onChange(result);
    }
  };
  await Promise.all(Array.from({ length: customers }, shop));
  return result;
}

// A socket that closes is not reported as an Error.
function asError(error: unknown): Error {
  if (error instanceof Error) return error;
  const { code, reason } = error as { code?: number; reason?: string };
  return new Error(`The connection was closed: ${code} ${reason}`);
}
