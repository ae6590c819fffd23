import { AsyncLocalStorage } from 'node:async_hooks';
import { newId } from '../domain/index.js';

/** What ties together everything that one request set in motion. */
export interface Correlation {
  /** The request that started it all; the same in every log line and event that follows from it. */
  correlationId: string;
  /** The event that was being handled, where there is one. */
  causationId?: string;
  /** On whose account it is done, for the audit log: `staff:<id>`, `worker:<name>`. What is begun inside inherits it. */
  actor?: string;
}

const storage = new AsyncLocalStorage<Correlation>();

/** Runs `work` so that its logs, events and questions carry the correlation. */
export function withCorrelation<Result>(correlation: Correlation, work: () => Result): Result {
  const actor = storage.getStore()?.actor;
  return storage.run(actor === undefined ? correlation : { actor, ...correlation }, work);
}

/** The correlation of what is being done now; a new one outside of any request. */
export function currentCorrelation(): Correlation {
  return storage.getStore() ?? { correlationId: newId() };
}

/** Runs `work` on the account of `actor`; whatever it changes is theirs in the audit log. */
export function withActor<Result>(actor: string, work: () => Result): Result {
  return withCorrelation({ ...currentCorrelation(), actor }, work);
}
