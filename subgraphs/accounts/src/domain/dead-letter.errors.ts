import { DomainError } from '@souk/kit/domain';

type Code = 'NOT_FOUND' | 'INVALID_STATE_TRANSITION' | 'INVALID_REASON';

const paths: Record<Code, readonly string[]> = {
  NOT_FOUND: ['input', 'deadLetterId'],
  INVALID_STATE_TRANSITION: ['input', 'deadLetterId'],
  INVALID_REASON: ['input', 'reason'],
};

/** The subgraph to which the dead letter belongs does not do it, for a reason of its own. */
export class DeadLetterRefusedError extends DomainError {
  constructor(
    readonly code: Code,
    message: string,
  ) {
    super(message, paths[code]);
  }
}

export class DeadLetterNotFoundError extends DeadLetterRefusedError {
  constructor() {
    super('NOT_FOUND', 'There is no such dead letter.');
  }
}
