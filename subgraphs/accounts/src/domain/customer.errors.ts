import { DomainError } from '@souk/kit/domain';

export class InvalidEmailError extends DomainError {
  readonly code = 'INVALID_EMAIL';
  constructor() {
    super('This is not an e-mail address.', ['input', 'email']);
  }
}

export class EmailTakenError extends DomainError {
  readonly code = 'EMAIL_TAKEN';
  constructor() {
    super('There is an account with this e-mail address.', ['input', 'email']);
  }
}

export class InvalidNameError extends DomainError {
  readonly code = 'INVALID_NAME';
  constructor() {
    super('A name has 1 to 200 characters.', ['input', 'name']);
  }
}

export class WeakPasswordError extends DomainError {
  readonly code = 'WEAK_PASSWORD';
  constructor() {
    super('A password has 8 to 128 characters.', ['input', 'password']);
  }
}

export class CustomerNotFoundError extends DomainError {
  readonly code = 'NOT_FOUND';
  constructor() {
    super('There is no such account.');
  }
}
