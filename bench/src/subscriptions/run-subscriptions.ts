import { setTimeout as delay } from 'node:timers/promises';
import type { Command } from '../command-line.js';
import type { Outcome } from '../outcome.js';
import type { Progress } from '../report/progress.js';
import { readRss } from '../router/measure/read-rss.js';
import { watchOrder } from './graph/watched-graph.js';
import { measureChanges } from './measure-changes.js';
import { requireOpenFiles } from './open-files.js';
import { type Place, withPlace } from './place.js';
import type { Rest, SubscriptionFigures } from './report/subscription-figures.js';
import { subscriptionGoals } from './report/subscription-goals.js';
import { subscriptionTables } from './report/subscription-tables.js';

interface SubscriptionWork {
  command: Pick<Command, 'rounds' | 'seconds' | 'sockets'>;
  progress: Progress;
}

interface Stage extends SubscriptionWork {
  place: Place;
}

const commitsPerSecond = 1_000;
/** What comes and goes while sockets open is over then. */
const settleMs = 5_000;
const sleeperShare = 0.01;

/** Measures the router with many sockets, all of which watch orders. */
export function runSubscriptions({ command, progress }: SubscriptionWork): Promise<Outcome> {
  const { sockets, rounds, seconds } = command;
  requireOpenFiles(sockets);
  return withPlace(sockets, async (place) => {
    const stage = { place, command, progress };
    const rest = await openSockets(stage);
    const same = await watchSame(stage);
    const distinct = await watchDistinct(stage);
    const figures: SubscriptionFigures = { sockets, commitsPerSecond, rest, same, distinct };
    return {
      title: `subscriptions: ${sockets} sockets, ${rounds} commits that all hear of, ${seconds} s of commits for one each`,
      figures,
      tables: subscriptionTables(figures),
      goals: subscriptionGoals(figures),
    };
  });
}

async function openSockets({ place, command, progress }: Stage): Promise<Rest> {
  const { router, crowd } = place;
  progress.show('Opening the sockets: ');
  const before = await settledRss(place);
  const { connected } = await crowd.ask({ kind: 'connect', url: router.url, count: command.sockets });
  const idle = await settledRss(place);
  return { connected, rssBefore: before, rssPerSocket: (idle - before) / connected };
}

async function settledRss({ router }: Place): Promise<number> {
  await delay(settleMs);
  return readRss(router);
}

/** A hundredth of the clients do not read; what they miss is not counted, and must not cost the others anything. */
async function watchSame({ place, command, progress }: Stage) {
  const { shop, crowd } = place;
  const { sockets, rounds } = command;
  progress.show('Everybody watches the same order: ');
  const { orderIds } = await shop.ask({ kind: 'place', count: 1 });
  await crowd.ask({ kind: 'watch', query: watchOrder, orderIds });
  const sleepers = Math.floor(sockets * sleeperShare);
  await crowd.ask({ kind: 'sleep', count: sleepers });
  const readers = sockets - sleepers;
  const changes = await measureChanges(place, { orderIds, count: rounds, perSecond: 2, deliveries: rounds * readers });
  await crowd.ask({ kind: 'sleep', count: 0 });
  return changes;
}

async function watchDistinct({ place, command, progress }: Stage) {
  const { shop, crowd } = place;
  const { sockets, seconds } = command;
  progress.show('Each watches an order of its own: ');
  const { orderIds } = await shop.ask({ kind: 'place', count: sockets });
  await crowd.ask({ kind: 'watch', query: watchOrder, orderIds });
  const count = seconds * commitsPerSecond;
  return measureChanges(place, { orderIds, count, perSecond: commitsPerSecond, deliveries: count });
}
