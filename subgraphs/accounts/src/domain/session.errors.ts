import { DomainError } from '@souk/kit/domain';

/** One answer for an unknown address and a wrong password, so that nobody learns who has an account. */
export class InvalidCredentialsError extends DomainError {
  readonly code = 'INVALID_CREDENTIALS';
  constructor() {
    super('The e-mail address or the password is wrong.', ['input']);
  }
}

export class InvalidRefreshTokenError extends DomainError {
  readonly code = 'INVALID_REFRESH_TOKEN';
  constructor() {
    super('The session is over. Sign in again.', ['input', 'refreshToken']);
  }
}

export class InvalidOrderLinkError extends DomainError {
  readonly code = 'INVALID_ORDER_LINK';
  constructor() {
    super('This link opens no order.', ['input', 'secret']);
  }
}
