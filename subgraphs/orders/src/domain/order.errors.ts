import { DomainError } from '@souk/kit/domain';
import type { OrderStatus } from './order-status.js';

export class InvalidStateTransitionError extends DomainError {
  readonly code = 'INVALID_STATE_TRANSITION';
  /** @param wish what the order was to do, such as "become PAID". */
  constructor(status: OrderStatus, wish: string) {
    super(`An order that is ${status} cannot ${wish}.`, ['input', 'orderId']);
  }
}

export class OrderNotFoundError extends DomainError {
  readonly code = 'NOT_FOUND';
  constructor() {
    super('There is no such order.', ['input', 'orderId']);
  }
}

export class AlreadyOrderedError extends DomainError {
  readonly code = 'ALREADY_ORDERED';
  constructor() {
    super('This quote has been ordered.', ['input', 'quoteId']);
  }
}

export class CartEmptyError extends DomainError {
  readonly code = 'CART_EMPTY';
  constructor() {
    super('There is nothing in the cart.', ['input', 'quoteId']);
  }
}

export class QuoteNotFoundError extends DomainError {
  readonly code = 'QUOTE_NOT_FOUND';
  constructor() {
    super('There is no such quote.', ['input', 'quoteId']);
  }
}

export class QuoteExpiredError extends DomainError {
  readonly code = 'QUOTE_EXPIRED';
  constructor() {
    super('This quote is too old. Ask for a new one.', ['input', 'quoteId']);
  }
}

export class PriceChangedError extends DomainError {
  readonly code = 'PRICE_CHANGED';
  /** @param newQuoteId the quote with the prices of now. */
  constructor(readonly newQuoteId: string) {
    super('A price has changed since the quote was made.', ['input', 'quoteId']);
  }
}

export class NotDeliverableError extends DomainError {
  readonly code = 'NOT_DELIVERABLE';
  constructor() {
    super('Nothing is sent to this place.', ['input', 'shippingAddress']);
  }
}

export class InvalidAddressError extends DomainError {
  readonly code = 'INVALID_ADDRESS';
  constructor(field: string, problem: string) {
    super(`"${field}" ${problem}.`, ['input', 'shippingAddress', field]);
  }
}

export class EmailRequiredError extends DomainError {
  readonly code = 'EMAIL_REQUIRED';
  constructor() {
    super('A guest needs an e-mail address to order.', ['input', 'contactEmail']);
  }
}

export class InvalidEmailError extends DomainError {
  readonly code = 'INVALID_EMAIL';
  constructor() {
    super('This is not an e-mail address.', ['input', 'contactEmail']);
  }
}

export class PaymentRequiredError extends DomainError {
  readonly code = 'PAYMENT_REQUIRED';
  constructor() {
    super('There is something to pay. Say how.', ['input', 'payment']);
  }
}

export class InvalidPaymentTokenError extends DomainError {
  readonly code = 'INVALID_PAYMENT_TOKEN';
  constructor() {
    super("This is not a token of the provider's. Card numbers are never accepted.", ['input', 'payment', 'token']);
  }
}
