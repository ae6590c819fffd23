import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { createAsk, startAnswering } from '../asking/index.js';
import { handOverAuditHead, linkAuditEntries } from '../audit/index.js';
import { persistently } from '../concurrency/index.js';
import { answerDeadLetters } from '../dead-letters/index.js';
import { buildSubgraph } from '../graphql/index.js';
import {
  answerRepublish,
  closeGaps,
  connectNats,
  forgetOldMessages,
  type Messaging,
  OutboxBacklog,
  OutboxMessageSchema,
  OutboxSubscriber,
  startMessaging,
} from '../messaging/index.js';
import { type Logger, startTracing, withActor } from '../observability/index.js';
import { createOrm, forgetOldOutcomes, isDatabaseAway, migrate } from '../persistence/index.js';
import { CommitSubscriber } from './commit-subscriber.js';
import { serveGraphql } from './graphql-server.js';
import { createHealth } from './health.js';
import { jsonErrors, notFound } from './json-errors.js';
import type { RunningProcess } from './run-process.js';
import type { SubgraphDefinition, SubgraphParts } from './subgraph-definition.js';
import { startWorker, type Worker, type WorkerContext } from './worker.js';

export interface RunningSubgraph extends RunningProcess {
  /** Where it listens. */
  url: string;
  parts: SubgraphParts;
}

/**
 * Brings a subgraph up: database, broker, graph, consumers, workers. Requests are answered as soon as they can be; ready is
 * who also does what happens without one. `stop` takes it down in the reverse order.
 */
export async function startSubgraph(definition: SubgraphDefinition): Promise<RunningSubgraph> {
  const { name, config } = definition;
  const stopTracing = await startTracing(name, config.OTEL_EXPORTER_OTLP_ENDPOINT);
  const commits = new CommitSubscriber();
  const parts = await openParts(definition, commits);
  await untilThere(parts.logger, () => withActor('setup', async () => definition.prepare?.(parts)));
  const app = express().disable('x-powered-by');
  const http = createServer(app);
  const needed = { ...serverChecks(parts), ...definition.readiness };
  const health = createHealth(name, needed, { outbox: async () => parts.outbox.mustBeOnTime() });
  app.use(health.router);
  definition.routes?.(app, parts);
  const stopGraphql = await serveGraphql({ app, http }, await buildSubgraph(definition.graph), definition, parts);
  app.use(notFound, jsonErrors(parts.logger));
  const url = await listen(http, config);
  const work = await startWork(definition, parts, commits);
  if (config.SEED !== 'none')
    await untilThere(parts.logger, () => withActor('setup', async () => definition.seed?.(parts)));
  health.open();
  parts.logger.info({ url, tookMs: Math.round(performance.now()) }, 'Ready.');
  const stop = async () => {
    health.drain();
    await Promise.all([stopGraphql(), work.stopTaking()]);
    await work.stopPublishing();
    await definition.onStop?.();
    await parts.nats.close();
    await parts.orm.close();
    await stopTracing();
  };
  return { url, parts, stop };
}

/** A server that is away is no reason to end: all of this may be done again, from its beginning. */
function untilThere<Result>(logger: Logger, work: () => Promise<Result>): Promise<Result> {
  return persistently(work, {
    isPassing: isDatabaseAway,
    onFailure: (error) => logger.warn({ err: error }, 'The database is away; the start waits for it.'),
  });
}

async function openParts(definition: SubgraphDefinition, commits: CommitSubscriber): Promise<SubgraphParts> {
  const { config, logger, name, now = () => new Date() } = definition;
  if (config.DATABASE_OWNER_URL) {
    const { DATABASE_OWNER_URL: ownerUrl } = config;
    const count = await untilThere(logger, () => migrate(ownerUrl, definition.migrations, logger));
    if (count > 0) logger.info({ count }, 'Migrated.');
  }
  const orm = await createOrm({
    databaseUrl: config.DATABASE_URL,
    schemas: [...definition.schemas, OutboxMessageSchema],
    subscribers: [new OutboxSubscriber(definition.publishers), commits],
    logger,
  });
  const nats = await connectNats(config.NATS_URL, name, logger);
  return { orm, nats, ask: createAsk(nats), outbox: new OutboxBacklog(), now, logger };
}

/**
 * Everything that happens without a request: events in and out, answers, workers. `stopTaking` finishes what is under way;
 * what it and the last requests have to tell goes out until `stopPublishing`.
 */
async function startWork(definition: SubgraphDefinition, parts: SubgraphParts, commits: CommitSubscriber) {
  const { orm, nats, ask, now, logger } = parts;
  const { name, config, handlers = [], answers = [], workers = [] } = definition;
  const messaging = await startMessaging({
    subgraph: name,
    databaseUrl: config.DATABASE_URL,
    nats,
    em: orm.em,
    now,
    handlers,
    handlerContext: definition.handlerContext?.(parts),
    logger,
  });
  const context = () => ({ em: orm.em.fork(), now, ask, logger });
  const allAnswers = [...answers, answerRepublish(name, nats), ...answerDeadLetters(name, messaging.inboxOf)];
  const stopAnswering = startAnswering(nats, allAnswers, { context, logger });
  const running = [...workers, ...auditing(definition), ...keepHouse(parts, messaging)].map((worker) =>
    startWorker(worker, context, logger),
  );
  for (const worker of running) commits.onCommit(worker.wake);
  const stopTaking = () =>
    Promise.all([messaging.stopConsuming(), stopAnswering(), ...running.map((worker) => worker.stop())]);
  return { stopTaking, stopPublishing: messaging.stopPublishing };
}

function auditing({ name, auditHeadKeeper }: SubgraphDefinition): Worker[] {
  return [linkAuditEntries, ...(auditHeadKeeper ? [handOverAuditHead(name, auditHeadKeeper)] : [])];
}

/** What every subgraph does beside its own work. */
function keepHouse({ outbox }: SubgraphParts, { inboxOf, keepFloors }: Messaging): Worker[] {
  return [
    chore('consumer-floors', 5_000, keepFloors),
    chore('gaps', 5_000, ({ em, ask, logger }) => closeGaps({ em, ask, logger, inboxOf })),
    chore('housekeeping', 30_000, async ({ em }) => {
      await forgetOldMessages(em);
      await forgetOldOutcomes(em);
    }),
    chore('outbox-backlog', 5_000, ({ em }) => outbox.measure(em)),
  ];
}

/** Work of which each round does all there is. */
function chore(name: string, everyMs: number, work: (context: WorkerContext) => Promise<void>): Worker {
  return {
    name,
    everyMs,
    run: async (context) => {
      await work(context);
      return false;
    },
  };
}

function serverChecks({ orm, nats }: SubgraphParts) {
  return {
    database: () => orm.em.fork().execute('select 1'),
    nats: () => nats.rtt(),
  };
}

async function listen(http: Server, { HOST, PORT }: { HOST: string; PORT: number }): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.listen(PORT, HOST, resolve);
  });
  const { port } = http.address() as AddressInfo;
  return `http://${HOST}:${port}`;
}
