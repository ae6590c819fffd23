import type { Ask } from '@souk/kit/asking';
import { redriveDeadLetter as askOwner, type OwnedDeadLetter } from '@souk/kit/dead-letters';
import { subgraphNames } from '@souk/schema/subgraph-names';
import { toDeadLetter } from './to-dead-letter.js';

/**
 * Has a dead event handled once more by the subgraph in which it failed.
 * @throws {DeadLetterRefusedError} when that does not do it. @throws {PublicError} SERVICE_UNAVAILABLE when it is away.
 */
export async function redriveDeadLetter(
  { ask }: { ask: Ask },
  { deadLetterId, by }: { deadLetterId: string; by: string },
): Promise<OwnedDeadLetter> {
  return toDeadLetter(await askOwner(ask, subgraphNames, { id: deadLetterId, by }));
}
