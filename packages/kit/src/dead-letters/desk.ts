import type { Inbox } from '../messaging/index.js';
import type { Logger } from '../observability/index.js';
import type { EntityManager } from '../persistence/index.js';
import type { StoredDeadLetter } from './find-dead-letters.js';
import type { Verdict } from './questions.js';

/** What a subgraph works with when it is asked about its dead letters. */
export interface DeadLetterDesk {
  subgraph: string;
  em: EntityManager;
  logger: Logger;
  /** Of a consumer by its name; undefined when nobody takes these events any more. */
  inboxOf: (consumer: string) => Inbox | undefined;
}

/** Something was done, or had been done before. */
export function told(letter: StoredDeadLetter | null): Verdict {
  return letter ? { deadLetter: letter.told, refusal: null } : notThere;
}

/** Nothing was done. */
export function refused(
  letter: StoredDeadLetter,
  message: string,
  code: 'INVALID_STATE_TRANSITION' | 'INVALID_REASON' = 'INVALID_STATE_TRANSITION',
): Verdict {
  return { deadLetter: letter.told, refusal: { code, message } };
}

export const notThere: Verdict = {
  deadLetter: null,
  refusal: { code: 'NOT_FOUND', message: 'There is no such dead letter.' },
};
