import { OutboxMessageSchema, OutboxSubscriber } from '@souk/kit/messaging';
import { createLogger, type Logger } from '@souk/kit/observability';
import { createOrm, type EntityManager } from '@souk/kit/persistence';
import { type ReconcileConfig, readReconcileConfig } from './config.js';
import { publishers } from './events/publishers.js';
import { beginRoundByHand, windowSince } from './persistence/reconciliation-rounds.js';
import { schemas } from './persistence/schemas.js';
import { createProviders } from './providers/create-providers.js';
import { type ReconcileOptions, readOptions, usage } from './reconcile-command/options.js';
import { reportOf } from './reconcile-command/report.js';
import { reconcile } from './use-cases/reconcile.js';
import { runRound } from './use-cases/run-round.js';

const failureStatus = 2;

process.exitCode = await main().catch((error: Error) => {
  process.stderr.write(`\n${error.message}\n`);
  return failureStatus;
});

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2), new Date());
  if (!options) {
    process.stdout.write(`${usage}\n`);
    return 0;
  }
  const config = readReconcileConfig();
  const logger = createLogger('payments', 'silent');
  const orm = await createOrm({
    databaseUrl: config.DATABASE_URL,
    schemas: [...schemas, OutboxMessageSchema],
    subscribers: [new OutboxSubscriber(publishers)],
    logger,
  });
  try {
    return await runByHand(orm.em.fork(), { config, options, logger });
  } finally {
    await orm.close();
  }
}

interface ByHand {
  config: ReconcileConfig;
  options: ReconcileOptions;
  logger: Logger;
}

async function runByHand(em: EntityManager, { config, options, logger }: ByHand): Promise<number> {
  const { since, isDryRun } = options;
  const work = { em, providers: createProviders(config), now: () => new Date(), logger };
  const window = await windowSince(em, since);
  const { round, reconciliation } = isDryRun
    ? { round: window, reconciliation: await reconcile({ ...work, isDryRun, stillHere: async () => {} }, window) }
    : await runNow(work, window.from);
  process.stdout.write(`${reportOf(round, reconciliation, isDryRun)}\n`);
  const { reported, stillOpen, putOff } = reconciliation.counts;
  return reported + stillOpen + putOff === 0 ? 0 : 1;
}

async function runNow(work: Parameters<typeof runRound>[0], from: Date) {
  const round = await beginRoundByHand(work.em, from);
  if (!round)
    throw new Error('A reconciliation is under way. Try again when it has ended; it takes seconds to minutes.');
  return { round, reconciliation: await runRound(work, round) };
}
