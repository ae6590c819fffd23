import { DomainError } from '@souk/kit/domain';
import type { MessageStatus } from './message-status.js';

export class MessageTransitionError extends DomainError {
  readonly code = 'INVALID_STATE_TRANSITION';
  constructor(from: MessageStatus, to: MessageStatus) {
    super(`A message that is ${from} cannot become ${to}.`);
  }
}

export class MessageNotFoundError extends DomainError {
  readonly code = 'NOT_FOUND';
  constructor() {
    super('There is no such message.', ['input', 'messageId']);
  }
}

export class MessageUnderWayError extends DomainError {
  readonly code = 'MESSAGE_UNDER_WAY';
  constructor() {
    super('This message is still on its way.', ['input', 'messageId']);
  }
}
