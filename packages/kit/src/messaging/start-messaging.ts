import { type NatsConnection } from 'nats';
import { persistently, Turns } from '../concurrency/index.js';
import type { Clock } from '../domain/index.js';
import type { Logger } from '../observability/index.js';
import { type EntityManager, isDatabaseAway } from '../persistence/index.js';
import { Consumer, handledAtOnce } from './consumer.js';
import type { EventHandler } from './event-handler.js';
import type { Inbox } from './inbox.js';
import { isBrokerAway } from './is-broker-away.js';
import { Relay } from './relay.js';
import { ensureStream } from './streams.js';

export interface MessagingOptions {
  subgraph: string;
  databaseUrl: string;
  nats: NatsConnection;
  em: EntityManager;
  now: Clock;
  handlers: readonly EventHandler[];
  /** What the handlers need beyond the kit's context. */
  handlerContext?: object | undefined;
  logger: Logger;
}

export interface Messaging {
  /** The inbox of a consumer by its name, while there is such a consumer. */
  inboxOf(consumer: string): Inbox | undefined;
  /** Keeps in the database how far the consumers have come. */
  keepFloors(): Promise<void>;
  stopConsuming(): Promise<void>;
  stopPublishing(): Promise<void>;
}

/** Starts the relay of a subgraph's own events and its consumers of other subgraphs' events. */
export async function startMessaging(options: MessagingOptions): Promise<Messaging> {
  const { subgraph, nats, databaseUrl, logger } = options;
  const untilThere = <Result>(work: () => Promise<Result>) =>
    persistently(work, {
      isPassing: (error) => isBrokerAway(error) || isDatabaseAway(error),
      onFailure: (error) => logger.warn({ err: error }, 'NATS or the database is away; the start waits for it.'),
    });
  const manager = await untilThere(() => nats.jetstreamManager());
  await untilThere(() => ensureStream(manager, subgraph));
  const relay = new Relay({ owner: subgraph, databaseUrl, jetstream: nats.jetstream(), manager, logger });
  relay.start();
  const turns = new Turns(handledAtOnce);
  const consumers = groupByAggregate(options.handlers).map(
    (group) => new Consumer({ ...options, ...group, jetstream: nats.jetstream(), manager, turns }),
  );
  await Promise.all(consumers.map((consumer) => untilThere(() => consumer.start())));
  return {
    inboxOf: (name) => consumers.find((consumer) => consumer.name === name)?.inbox,
    keepFloors: async () => {
      await Promise.all(consumers.map((consumer) => consumer.keepFloor()));
    },
    stopConsuming: async () => {
      await Promise.all(consumers.map((consumer) => consumer.stop()));
    },
    stopPublishing: () => relay.stop(),
  };
}

interface AggregateGroup {
  owner: string;
  aggregate: string;
  handlers: Map<string, EventHandler>;
}

function groupByAggregate(handlers: readonly EventHandler[]): AggregateGroup[] {
  const groups = new Map<string, AggregateGroup>();
  for (const handler of handlers) {
    const { owner, aggregate, type } = handler.contract;
    const group = groups.get(`${owner}.${aggregate}`) ?? { owner, aggregate, handlers: new Map() };
    if (group.handlers.has(type)) throw new Error(`${type} has two handlers; one file handles one event.`);
    groups.set(`${owner}.${aggregate}`, group);
    group.handlers.set(type, handler);
  }
  return [...groups.values()];
}
