import { type Summary, summarize } from '@souk/bench/measure/percentiles';
import { resultsOf, type Wish } from '../journal/wishes.js';
import type { LoadFigures } from '../people/load-figures.js';

/** What the load was, what it asked for and got. Durations are milliseconds. */
export interface LoadReport {
  seconds: number;
  wantedPerSecond: number;
  tripsBegun: number;
  tripsHeldBack: number;
  ordersPlaced: number;
  reachedPerSecond: number;
  placeOrder: Summary | null;
  reads: Summary | null;
  readsFailed: number;
  /** Of orders: from when they were first asked for to the acknowledgement, all tries and pauses included. */
  untilPlaced: Summary | null;
  /** How many wishes each mutation was asked for, and how often it was sent. */
  wishes: Record<string, { wanted: number; sent: number; unknown: number }>;
  /** How often each code came. */
  codes: Record<string, number>;
  surprises: string[];
}

/** Nobody who waits for an answer pauses longer than this before asking again. */
const longestPauseMs = 15_000;

export function reportLoad(
  figures: LoadFigures,
  wishes: readonly Wish[],
  { seconds, wantedPerSecond }: { seconds: number; wantedPerSecond: number },
): LoadReport {
  const placed = wishes.filter((wish) => wish.operation === 'placeOrder' && wish.fate === 'ACKNOWLEDGED');
  const orders = new Set(
    placed.flatMap((wish) => resultsOf<{ order: { id: string } }>(wish)).map(({ order }) => order.id),
  );
  return {
    seconds,
    wantedPerSecond,
    tripsBegun: figures.tripsBegun,
    tripsHeldBack: figures.tripsHeldBack,
    ordersPlaced: orders.size,
    reachedPerSecond: orders.size / seconds,
    placeOrder: summarize(figures.placeOrderMs),
    reads: summarize(figures.readMs),
    readsFailed: figures.readsFailed,
    untilPlaced: summarize(placed.filter(wasWaitedFor).map(waitedFor)),
    wishes: byOperation(wishes),
    codes: Object.fromEntries([...figures.codes].sort(([, left], [, right]) => right - left)),
    surprises: figures.surprises,
  };
}

/** Whether somebody went on asking; who walked away and asked again at the very end did not wait. */
function wasWaitedFor({ sendings }: Wish): boolean {
  return sendings.every(({ request }, index) => {
    const before = sendings[index - 1]?.answer?.at ?? request.at;
    return request.at - before < longestPauseMs;
  });
}

function waitedFor({ sendings }: Wish): number {
  const first = sendings.find(({ answer }) => answer?.outcome === 'ACKNOWLEDGED');
  return (first?.answer?.at ?? 0) - sendings[0]!.request.at;
}

function byOperation(wishes: readonly Wish[]): LoadReport['wishes'] {
  const groups = [...Map.groupBy(wishes, ({ operation }) => operation)].sort(([left], [right]) =>
    left < right ? -1 : 1,
  );
  return Object.fromEntries(
    groups.map(([operation, wanted]) => {
      const sent = wanted.reduce((sum, { sendings }) => sum + sendings.length, 0);
      const unknown = wanted.filter(({ fate }) => fate === 'UNKNOWN').length;
      return [operation, { wanted: wanted.length, sent, unknown }];
    }),
  );
}
