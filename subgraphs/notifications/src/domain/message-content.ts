/** An amount of money as it came with an event. */
export interface Amount {
  amountMinor: number;
  currency: string;
}

/** Why an order was cancelled. */
export type CancellationCode =
  | 'OUT_OF_STOCK'
  | 'PAYMENT_DECLINED'
  | 'PAYMENT_EXPIRED'
  | 'RESERVATION_EXPIRED'
  | 'BY_CUSTOMER'
  | 'BY_STAFF'
  | 'NOT_DELIVERABLE';

/** What a buyer is told of an order, as far as the event said it; the rest is asked when the message is sent. */
export type OrderContent = { orderId: string } & (
  | { template: 'ORDER_PLACED' }
  /** isFree: whether there was nothing to pay; not said in what was written before orders could be free. */
  | { template: 'ORDER_PAID'; isFree?: boolean }
  | { template: 'ORDER_SHIPPED'; carrier: string; trackingNumber: string }
  | { template: 'ORDER_DELIVERED' }
  | { template: 'ORDER_CANCELLED'; code: CancellationCode }
  | { template: 'PAYMENT_ACTION_REQUIRED' }
  | { template: 'PAYMENT_REFUNDED'; amount: Amount; isFull: boolean; reason: string | null }
);

/** What a customer is told. */
export type CustomerContent = OrderContent | { template: 'WELCOME'; customerId: string };

/** What staff is told of stock that runs out. */
export interface StockLowContent {
  template: 'STOCK_LOW';
  variantId: string;
  warehouseCode: string;
  available: number;
  threshold: number;
}

/** What a message says. It holds no names and no addresses: those are asked for when it is sent. */
export type MessageContent = CustomerContent | StockLowContent;

export type CustomerTemplate = CustomerContent['template'];
export type MessageTemplate = MessageContent['template'];

/** The order that a message is about, if it is about one. */
export function orderIdOf(content: MessageContent): string | null {
  return 'orderId' in content ? content.orderId : null;
}

export const customerTemplates = [
  'WELCOME',
  'ORDER_PLACED',
  'ORDER_PAID',
  'ORDER_SHIPPED',
  'ORDER_DELIVERED',
  'ORDER_CANCELLED',
  'PAYMENT_ACTION_REQUIRED',
  'PAYMENT_REFUNDED',
] as const satisfies readonly CustomerTemplate[];

export const messageTemplates = [...customerTemplates, 'STOCK_LOW'] as const satisfies readonly MessageTemplate[];
