import { DomainError } from '@souk/kit/domain';

export class InsufficientStockError extends DomainError {
  readonly code = 'INSUFFICIENT_STOCK';
  constructor(available: number) {
    super(`Only ${available} are not promised to an order.`, ['input', 'delta']);
  }
}

export class InvalidQuantityError extends DomainError {
  readonly code = 'INVALID_QUANTITY';
  constructor(problem: string) {
    super(`The quantity ${problem}.`, ['input', 'delta']);
  }
}

export class InvalidThresholdError extends DomainError {
  readonly code = 'INVALID_THRESHOLD';
  constructor(largest: number) {
    super(`A threshold is 1 to ${largest}, or null for no alarm.`, ['input', 'threshold']);
  }
}

export class InvalidNoteError extends DomainError {
  readonly code = 'INVALID_NOTE';
  constructor(longest: number) {
    super(`A note has at most ${longest} characters.`, ['input', 'note']);
  }
}

export class StockNotFoundError extends DomainError {
  readonly code = 'NOT_FOUND';
  constructor(field: 'variantId' | 'warehouseCode') {
    super(field === 'variantId' ? 'There is no such variant.' : 'There is no such warehouse.', ['input', field]);
  }
}
