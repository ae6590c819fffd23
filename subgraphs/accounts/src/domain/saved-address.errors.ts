import { DomainError } from '@souk/kit/domain';

export class InvalidAddressError extends DomainError {
  readonly code = 'INVALID_ADDRESS';
  constructor(field: string, problem: string) {
    super(`"${field}" ${problem}.`, ['input', 'address', field]);
  }
}

export class AddressNotFoundError extends DomainError {
  readonly code = 'NOT_FOUND';
  constructor() {
    super('There is no such address.', ['input', 'addressId']);
  }
}
