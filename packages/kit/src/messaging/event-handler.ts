import type { EventContract, ReceivedEvent } from '../contracts/index.js';
import type { Clock } from '../domain/index.js';
import type { EntityManager } from '../persistence/index.js';

/**
 * What every handler works with; a subgraph adds what its own need. `em` is inside the transaction that also holds the
 * inbox row.
 */
export interface HandlerContext {
  em: EntityManager;
  now: Clock;
}

/** What one subgraph does when something happened in another. */
export interface EventHandler<Data = unknown, Context extends HandlerContext = HandlerContext> {
  contract: EventContract<Data>;
  handle(event: ReceivedEvent<Data>, context: Context): Promise<void>;
}

/**
 * Handles an event. The work runs inside a transaction that the kit opens and commits, once per event however often it
 * is delivered, and in order per aggregate. It never calls the outside world.
 */
export function onEvent<Data, Context extends HandlerContext = HandlerContext>(
  contract: EventContract<Data>,
  handle: (event: ReceivedEvent<Data>, context: Context) => Promise<void>,
  // biome-ignore lint/suspicious/noExplicitAny: a list of handlers mixes kinds of data
): EventHandler<any, Context> {
  return { contract, handle };
}
