import { DomainError } from '@souk/kit/domain';

export class InvalidQuantityError extends DomainError {
  readonly code = 'INVALID_QUANTITY';
  constructor(path: readonly string[] = ['input', 'lines']) {
    super('A line holds 1 to 999 units.', path);
  }
}

export class CartFullError extends DomainError {
  readonly code = 'CART_FULL';
  constructor() {
    super('A cart holds at most 100 different items.', ['input', 'lines']);
  }
}

/** A refusal because of certain variants, which it names. */
export abstract class VariantsRefusedError extends DomainError {
  constructor(
    message: string,
    readonly variantIds: readonly string[],
    path: readonly string[],
  ) {
    super(message, path);
  }
}

export class VariantNotFoundError extends VariantsRefusedError {
  readonly code = 'VARIANT_NOT_FOUND';
  constructor(variantIds: readonly string[]) {
    super('There is no such item, or it is not sold any more.', variantIds, ['input', 'lines']);
  }
}
