import type { Invariant } from './invariant.js';

/** From the last fault until an order is taken. */
export const firstOrderWithinMs = 15_000;
/** From the last customer until nothing is under way any more. */
export const quietWithinMs = 60_000;

/** Recovery: once nothing is broken any more, the shop takes orders soon and comes to rest. */
export const recoversInTime: Invariant = {
  id: 'I13',
  holds: 'After the last fault the first order is taken within 15 s, and within 60 s nothing is under way any more.',
  check: async ({ wishes, record }) => {
    const { faultsEndedAt, quietAt, loadEndedAt } = record;
    const sendings = wishes.filter(({ operation }) => operation === 'placeOrder').flatMap((wish) => wish.sendings);
    const after = sendings.filter(({ request }) => request.at >= faultsEndedAt);
    const successes = after.flatMap(({ answer }) => (answer?.outcome === 'ACKNOWLEDGED' ? [answer.at] : []));
    const tookMs = successes.length > 0 ? Math.min(...successes) - faultsEndedAt : null;
    const evidence = { faultsEndedAt, loadEndedAt, quietAt, tookMs, sent: after.length, placed: successes.length };
    const isLate = tookMs === null || tookMs > firstOrderWithinMs;
    const isRestless = quietAt === null || quietAt - loadEndedAt > quietWithinMs;
    const restMs = quietAt === null ? null : quietAt - loadEndedAt;
    return {
      looked: { 'orders asked for after the last fault': after.length },
      breaches: [
        ...(isLate ? [{ sentence: `The first order after the last fault took ${describe(tookMs)}.`, evidence }] : []),
        ...(isRestless ? [{ sentence: 'The shop did not come to rest within 60 s.', evidence }] : []),
      ],
      remarks: [`First order after ${describe(tookMs)}, rest after ${describe(restMs)}.`],
      figures: { firstOrderMs: tookMs, restMs },
    };
  },
};

function describe(ms: number | null): string {
  return ms === null ? 'for ever' : `${(ms / 1_000).toFixed(1)} s`;
}
