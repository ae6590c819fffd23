import type { Cancellation } from './cancellation.js';
import type { OrderLine } from './order-line.js';
import type { OrderStatus } from './order-status.js';
import type { PaymentProvider } from './payment-choice.js';

/**
 * All that an order's row says, in the form of JSON, but personal data: who reads its events for ever must not find a name
 * or an address there. Those are held by reference: they stand in the order alone.
 */
export interface OrderRecord {
  id: string;
  eventCount: number;
  orderNumber: string;
  customerId: string;
  isGuest: boolean;
  locale: string;
  quoteId: string;
  channelId: string;
  currency: string;
  status: OrderStatus;
  sequence: number;
  lines: readonly OrderLine[];
  subtotalMinor: number;
  shippingMinor: number;
  taxMinor: number;
  totalMinor: number;
  pricesIncludeTax: boolean;
  weightGrams: number;
  shippingMethodCode: string;
  shippingMethodName: string;
  /** Of the shipping address. */
  countryCode: string;
  /** Of the payment; null when there is nothing to pay. */
  paymentProvider: PaymentProvider | null;
  cancellation: Cancellation | null;
  placedAt: string;
  history: readonly HistoryRecord[];
}

/** One row of an order's history. */
export interface HistoryRecord {
  sequence: number;
  from: OrderStatus | null;
  to: OrderStatus;
  causeEventId: string | null;
  at: string;
}

/** What is known of an order from its first event on. */
export type PlacedRecord = Omit<OrderRecord, 'id' | 'eventCount' | 'status' | 'sequence' | 'cancellation' | 'history'>;

/** An event of an order, as it is kept for good. */
export type KeptOrderEvent =
  | { type: 'OrderPlaced'; data: PlacedRecord }
  | { type: 'OrderStatusChanged'; data: HistoryRecord }
  | { type: 'OrderPaymentRequested'; data: { provider: PaymentProvider; payBy: string } }
  | { type: 'OrderCancelled'; data: { cancellation: Cancellation; attempt: number } }
  | { type: PlainOrderEvent; data: Record<string, never> }
  /** The order as it was when its events began to be kept. */
  | { type: 'OrderCarriedOver'; data: OrderRecord };

type PlainOrderEvent =
  | 'OrderConfirmationRequested'
  | 'OrderConfirmed'
  | 'OrderPaid'
  | 'OrderShipped'
  | 'OrderDelivered'
  | 'OrderCompleted';

/** A kept event with its place in the order's life, from 1. */
export type NumberedOrderEvent = KeptOrderEvent & { version: number };
