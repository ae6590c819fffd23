import { DomainError } from '@souk/kit/domain';

export class InvalidWarehouseError extends DomainError {
  readonly code = 'INVALID_WAREHOUSE';
  constructor(field: string, problem: string) {
    super(`"${field}" ${problem}.`, ['input', field]);
  }
}

export class WarehouseCodeTakenError extends DomainError {
  readonly code = 'WAREHOUSE_CODE_TAKEN';
  constructor() {
    super('There is a warehouse with this code.', ['input', 'code']);
  }
}
