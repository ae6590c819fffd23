import type { Express } from 'express';
import type { Answer, Ask } from '../asking/index.js';
import type { AuditHeadKeeper } from '../audit/index.js';
import type { SubgraphConfig } from '../config/index.js';
import type { Clock } from '../domain/index.js';
import type { SubgraphGraph } from '../graphql/index.js';
import type { EventHandler, NatsConnection, OutboxBacklog, Publisher } from '../messaging/index.js';
import type { Logger } from '../observability/index.js';
import type { AnySchema, NamedMigration, Orm } from '../persistence/index.js';
import type { ReadinessChecks } from './health.js';
import type { Worker } from './worker.js';

/** What a subgraph consists of, as its `app.ts` says. */
export interface SubgraphDefinition {
  name: string;
  config: SubgraphConfig;
  logger: Logger;
  now?: Clock;
  /** Its tables, described from outside. */
  schemas: AnySchema[];
  migrations: readonly NamedMigration[];
  /** How its aggregates' events become messages. */
  publishers: readonly Publisher[];
  graph: SubgraphGraph;
  /** What it does when something happened in other subgraphs. */
  handlers?: readonly EventHandler[];
  /** What its event handlers need beyond the kit's context. Called once. */
  handlerContext?: (parts: SubgraphParts) => object;
  /** The questions it answers. */
  answers?: readonly Answer[];
  workers?: readonly Worker[];
  /** Who keeps the head of its audit chain: another subgraph. */
  auditHeadKeeper?: AuditHeadKeeper;
  /** Makes what must be there before the first request, such as keys; harmless when repeated. */
  prepare?: (parts: SubgraphParts) => Promise<void>;
  /** What its resolvers need beyond the kit's context. Called once. */
  context?: (parts: SubgraphParts) => object;
  /** Routes beside `/graphql` and the health checks. */
  routes?: (app: Express, parts: SubgraphParts) => void;
  readiness?: ReadinessChecks;
  /** Fills an empty database with a believable shop; harmless when repeated. Runs unless SEED=none. */
  seed?: (parts: SubgraphParts) => Promise<void>;
  /** Closes what `app.ts` opened itself. */
  onStop?: () => Promise<void>;
}

/** What the parts of a running subgraph share. */
export interface SubgraphParts {
  orm: Orm;
  nats: NatsConnection;
  ask: Ask;
  /** How much of its own events waits to be published. */
  outbox: OutboxBacklog;
  now: Clock;
  logger: Logger;
}
