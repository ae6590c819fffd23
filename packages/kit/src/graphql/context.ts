import type { Ask } from '../asking/index.js';
import type { Clock } from '../domain/index.js';
import type { Caller } from '../identity/index.js';
import type { EntityManager } from '../persistence/index.js';

/** What every resolver works with: one for each request, and one for each event of a subscription. */
export interface SubgraphContext {
  em: EntityManager;
  now: Clock;
  ask: Ask;
  caller: Caller;
  requestId: string;
}
