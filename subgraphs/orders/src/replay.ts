import { createLogger } from '@souk/kit/observability';
import { createOrm, type EntityManager } from '@souk/kit/persistence';
import { readReplayConfig } from './config.js';
import { allOrdersWithEvents, findOrderWithEvents } from './persistence/find-kept-events.js';
import { schemas } from './persistence/schemas.js';
import { type ReplayOptions, readOptions, usage } from './replay-command/options.js';
import { lineOf, reportOf } from './replay-command/report.js';
import { isFaithful, replayOrder } from './use-cases/replay-order.js';

const status = { equal: 0, differs: 1, absent: 2 };

process.exitCode = await main().catch((error: Error) => {
  process.stderr.write(`\n${error.message}\n`);
  return status.absent;
});

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  if (!options) {
    say(usage);
    return status.equal;
  }
  const logger = createLogger('orders', 'error');
  const orm = await createOrm({ databaseUrl: readReplayConfig().DATABASE_URL, schemas, subscribers: [], logger });
  try {
    return await (options.all ? replayAll(orm.em) : replayOne(orm.em, options));
  } finally {
    await orm.close();
  }
}

async function replayOne(em: EntityManager, { which }: Extract<ReplayOptions, { all: false }>): Promise<number> {
  const found = await findOrderWithEvents(em, which);
  if (!found) throw new Error(`There is no order ${Object.values(which)[0]}.`);
  const replay = replayOrder(found);
  say(reportOf(replay));
  return isFaithful(replay) ? status.equal : status.differs;
}

async function replayAll(em: EntityManager): Promise<number> {
  let [orders, events, different] = [0, 0, 0];
  for await (const page of allOrdersWithEvents(em)) {
    const replays = page.map(replayOrder);
    orders += replays.length;
    events += replays.reduce((sum, replay) => sum + replay.events.length, 0);
    for (const replay of replays.filter((one) => !isFaithful(one))) {
      different += 1;
      say(lineOf(replay));
    }
  }
  say(`${orders} orders made of their ${events} events: ${orders - different} equal, ${different} different.`);
  return different === 0 ? status.equal : status.differs;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
