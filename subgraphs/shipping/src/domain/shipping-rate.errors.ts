import { DomainError } from '@souk/kit/domain';

export class ShippingMethodNotFoundError extends DomainError {
  readonly code = 'NOT_FOUND';
  constructor() {
    super('There is no such method in this zone.', ['input', 'methodCode']);
  }
}

export class InvalidRateError extends DomainError {
  readonly code = 'INVALID_AMOUNT';
  constructor(field: string) {
    super(`"${field}" is not negative.`, ['input', field]);
  }
}
