import { DomainError } from '@souk/kit/domain';
import { VariantsRefusedError } from './cart.errors.js';

export class CartEmptyError extends DomainError {
  readonly code = 'CART_EMPTY';
  constructor() {
    super('There is nothing in the cart.');
  }
}

export class NotDeliverableError extends DomainError {
  readonly code = 'NOT_DELIVERABLE';
  constructor(field = 'destination') {
    super('Nothing can be sent there in this way.', [field]);
  }
}

export class VariantUnavailableError extends VariantsRefusedError {
  readonly code = 'VARIANT_UNAVAILABLE';
  constructor(variantIds: readonly string[]) {
    super('Some items in the cart are not sold any more.', variantIds, ['lines']);
  }
}

export class CurrencyNotSoldError extends VariantsRefusedError {
  readonly code = 'CURRENCY_NOT_SOLD';
  constructor(variantIds: readonly string[]) {
    super('Some items in the cart have no price in this currency.', variantIds, ['currency']);
  }
}
