import type { OwnedDeadLetter, OwnedVerdict } from '@souk/kit/dead-letters';
import { DeadLetterNotFoundError, DeadLetterRefusedError } from '../domain/dead-letter.errors.js';

/** What a verdict says the dead letter has become. @throws {DeadLetterRefusedError} when it is a refusal. */
export function toDeadLetter(verdict: OwnedVerdict | null): OwnedDeadLetter {
  if (verdict?.refusal) throw new DeadLetterRefusedError(verdict.refusal.code, verdict.refusal.message);
  if (!verdict?.deadLetter) throw new DeadLetterNotFoundError();
  return { subgraph: verdict.subgraph, ...verdict.deadLetter };
}
