import type { Cancellation, CancellationCode, Shortage } from '../domain/cancellation.js';

export const checkoutSteps = [
  'AWAITING_STOCK',
  'AWAITING_PAYMENT',
  'AWAITING_CONFIRMATION',
  'AWAITING_CAPTURE',
  'AWAITING_DISPATCH',
  'AWAITING_DELIVERY',
  'AWAITING_COMPLETION',
  'COMPENSATING',
  'DONE',
] as const;
export type CheckoutStep = (typeof checkoutSteps)[number];

/** How far the way of one order has come. */
export interface CheckoutState {
  step: CheckoutStep;
  /** 1 when the step begins, one more each time that its deadline passes. */
  attempt: number;
  /** What others hold for the order, or may be about to: all of it must be let go before a cancelled order is done. */
  holds: { stock: boolean; money: boolean };
  /** Whether nothing is to be paid: then nobody is asked for money. */
  isFree: boolean;
  isCancelled: boolean;
}

/** What the process hears: from inventory, payments and shipping, from a person, from the clock. */
export type CheckoutEvent =
  | { type: 'StockHeld' }
  | { type: 'StockRejected'; shortages: readonly Shortage[] }
  | { type: 'StockConfirmed' }
  | { type: 'StockReleased' }
  | { type: 'StockExpired' }
  | { type: 'PaymentActionRequired' }
  | { type: 'PaymentAuthorized' }
  | { type: 'PaymentFailed'; code: 'PAYMENT_DECLINED' | 'PAYMENT_EXPIRED'; message: string }
  | { type: 'PaymentCaptured' }
  | { type: 'PaymentCaptureFailed'; message: string }
  | { type: 'PaymentVoided' }
  | { type: 'PaymentRefunded'; isFull: boolean }
  | { type: 'ShipmentDispatched' }
  | { type: 'ShipmentDelivered' }
  | { type: 'ShipmentCancelled'; code: 'BY_CUSTOMER' | 'BY_STAFF' | 'NOT_DELIVERABLE' }
  | { type: 'CancellationRequested'; code: 'BY_CUSTOMER' | 'BY_STAFF' }
  | { type: 'DeadlinePassed' };

/** What takes the order one step further. */
export type CheckoutMove =
  | 'RequestPayment'
  | 'RequestConfirmation'
  | 'Confirm'
  | 'Pay'
  | 'Ship'
  | 'Deliver'
  | 'Complete';

/** What must happen next to the order. */
export type CheckoutCommand =
  | { type: CheckoutMove }
  | { type: 'Cancel'; cancellation: Cancellation }
  | { type: 'RepeatCancellation'; attempt: number }
  /** A person should look. */
  | { type: 'RaiseAlarm'; message: string };

export interface CheckoutDecision {
  state: CheckoutState;
  commands: CheckoutCommand[];
}

/** What the customer is told of each reason, where nobody else has said it better. */
export const cancellationMessages: Record<CancellationCode, string> = {
  OUT_OF_STOCK: 'Not everything that was ordered is in stock.',
  PAYMENT_DECLINED: 'The payment was declined.',
  PAYMENT_EXPIRED: 'The payment was not made in time.',
  RESERVATION_EXPIRED: 'The goods could not be held long enough.',
  BY_CUSTOMER: 'The customer cancelled the order.',
  BY_STAFF: 'The shop cancelled the order.',
  NOT_DELIVERABLE: 'The parcel cannot be delivered to the address.',
};
