import type { Logger } from 'pino';
import type { Config } from './config.js';
import type { Faults } from './faults/faults.js';
import type { Store } from './state/store.js';
import { type Circumstances, Work } from './state/work.js';
import type { WebhookDispatcher } from './webhooks/webhook-dispatcher.js';

/** Everything that one running emulator consists of. */
export interface Emulator {
  config: Config;
  store: Store;
  faults: Faults;
  webhooks: WebhookDispatcher;
  logger: Logger;
  now: () => Date;
}

/** Makes a change, keeps it in one piece, and sends out the events it gave rise to. */
export function transact<Result>(
  emulator: Emulator,
  circumstances: Omit<Circumstances, 'now' | 'webhooksOn'>,
  change: (work: Work) => Result,
): Result {
  const webhooksOn = emulator.config.webhook !== undefined;
  const work = new Work(emulator.store, { ...circumstances, now: emulator.now(), webhooksOn });
  const result = change(work);
  emulator.webhooks.announce(work.commit());
  return result;
}
