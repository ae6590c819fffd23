import type { Ask } from '@souk/kit/asking';
import { discardDeadLetter as askOwner, type OwnedDeadLetter } from '@souk/kit/dead-letters';
import { subgraphNames } from '@souk/schema/subgraph-names';
import { toDeadLetter } from './to-dead-letter.js';

/**
 * Has a dead letter given up for good by the subgraph in which it failed.
 * @throws {DeadLetterRefusedError} when that does not do it. @throws {PublicError} SERVICE_UNAVAILABLE when it is away.
 */
export async function discardDeadLetter(
  { ask }: { ask: Ask },
  { deadLetterId, by, reason }: { deadLetterId: string; by: string; reason: string },
): Promise<OwnedDeadLetter> {
  return toDeadLetter(await askOwner(ask, subgraphNames, { id: deadLetterId, by, reason }));
}
