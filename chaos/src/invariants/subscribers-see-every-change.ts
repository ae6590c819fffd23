import type { WatchEntry } from '../journal/entry.js';
import type { RunRecord } from '../run-record.js';
import type { Breach, Invariant } from './invariant.js';

interface ChangeRow {
  order_id: string;
  sequence: number;
  to_status: string;
}

/** With these the shop only asks to come again. */
const harmless = new Set(['UNAUTHENTICATED', 'RATE_LIMITED', 'SERVICE_UNAVAILABLE', 'TIMEOUT', 'without a code']);

/** A failure at a fault point is told as any other that nobody foresaw, at once. */
const toldWithinMs = 1_000;

/** Watchers: whoever follows an order sees each change once, in order, over however many connections. */
export const subscribersSeeEveryChange: Invariant = {
  id: 'I8',
  holds: 'Whoever follows an order sees every change once and in order, across reconnects.',
  check: async ({ books, journal, record }) => {
    const steps = journal.filter((entry) => entry.kind === 'watch');
    const rows = await books.rows<ChangeRow>(
      'orders',
      'select order_id, sequence, to_status from order_status_history',
    );
    const statuses = new Map(rows.map((row) => [`${row.order_id} ${row.sequence}`, row.to_status]));
    const watchers = [...Map.groupBy(steps, ({ watcher }) => watcher).values()];
    const count = (event: WatchEntry['event']) => steps.filter((step) => step.event === event).length;
    return {
      looked: { watchers: watchers.length, connections: count('opened'), 'changes seen': count('seen') },
      breaches: watchers.flatMap((watcher) => judgeWatcher(watcher, statuses, record)),
    };
  },
};

function judgeWatcher(
  steps: readonly WatchEntry[],
  statuses: ReadonlyMap<string, string>,
  { subscriptionsFailedAt }: RunRecord,
): Breach[] {
  const { watcher, orderId } = steps[0]!;
  const said = (sentence: string) => [{ sentence: `${watcher}, order ${orderId}: ${sentence}.`, evidence: { steps } }];
  const seen = steps.filter(({ event }) => event === 'seen');
  const odd = seen.findIndex(({ sequence }, index) => sequence !== index + 1);
  if (odd >= 0) return said(`saw change ${seen[odd]!.sequence} where ${odd + 1} was due`);
  const wrong = seen.find(({ sequence, status }) => statuses.get(`${orderId} ${sequence}`) !== status);
  if (wrong) return said(`saw ${wrong.status} as change ${wrong.sequence}, which it was not`);
  const wasToldToFail = ({ at, code }: WatchEntry) =>
    code === 'INTERNAL_SERVER_ERROR' &&
    subscriptionsFailedAt.some((failedAt) => Math.abs(at - failedAt) < toldWithinMs);
  const refused = steps.find(
    (step) => step.event === 'refused' && !harmless.has(step.code ?? '') && !wasToldToFail(step),
  );
  if (refused) return said(`was refused: ${refused.code}`);
  const caughtUp = steps.find(({ event }) => event === 'caughtUp');
  if (!caughtUp) return said('was never asked to leave');
  if (caughtUp.sequence === undefined) return said('could not ask what there was to see');
  if (seen.length < caughtUp.sequence) return said(`saw ${seen.length} of ${caughtUp.sequence} changes`);
  return [];
}
