import { cpuBetween, readCpu } from '../measure/process-cpu.js';
import { readRss } from '../router/measure/read-rss.js';
import type { Place } from './place.js';
import type { Changes } from './report/subscription-figures.js';

interface Measurement {
  orderIds: string[];
  /** How many commits. */
  count: number;
  perSecond: number;
  /** How many clients must hear of them, all together. */
  deliveries: number;
}

/** What it takes to tell changes to all who watch. */
export async function measureChanges(
  place: Place,
  { orderIds, count, perSecond, deliveries }: Measurement,
): Promise<Changes> {
  const { shop, crowd, router, natsUrl } = place;
  await crowd.ask({ kind: 'forget' });
  // What a process learns while it is new is learnt before anything counts.
  await shop.ask({ kind: 'commit', orderIds, count, perSecond, natsUrl });
  await crowd.ask({ kind: 'hear', deliveries });
  await crowd.ask({ kind: 'forget' });
  const [{ requests }, before] = [await shop.ask({ kind: 'state' }), readCpu([router])];
  await shop.ask({ kind: 'commit', orderIds, count, perSecond, natsUrl });
  const heard = await crowd.ask({ kind: 'hear', deliveries });
  const used = cpuBetween(before, readCpu([router]));
  const after = await shop.ask({ kind: 'state' });
  return {
    commits: count,
    missed: deliveries - heard.deliveries,
    wrong: heard.wrong,
    deliveries: heard.deliveries,
    cpuUsPerDelivery: ((used['router'] ?? 0) * 1_000) / heard.deliveries,
    fetchesPerCommit: (after.requests - requests) / count,
    each: heard.each,
    last: heard.last,
    rss: readRss(router),
  };
}
