import type { CancellationCode, CustomerTemplate, MessageTemplate } from '../../domain/message-content.js';
import type { Notice } from '../../domain/notification.js';

/** What a letter says in sentences. */
export interface MailWords {
  subject: string;
  heading: string;
  paragraphs: readonly string[];
  /** What the button says; null where there is none. */
  action: string | null;
}

interface Order {
  orderNumber: string;
}

interface PayableOrder extends Order {
  /** Whether there is nothing to pay. */
  isFree: boolean;
}

/** What the sentences of each mail are about. Amounts are written out already. */
export interface MailFacts {
  WELCOME: object;
  ORDER_PLACED: PayableOrder;
  ORDER_PAID: PayableOrder & { total: string };
  ORDER_SHIPPED: Order & { carrier: string };
  ORDER_DELIVERED: Order;
  ORDER_CANCELLED: PayableOrder & { code: CancellationCode };
  PAYMENT_ACTION_REQUIRED: Order;
  PAYMENT_REFUNDED: Order & { amount: string; isFull: boolean };
  STOCK_LOW: { item: string; warehouseCode: string; available: number };
}

interface SomeOrder {
  /** Null in the rare moment in which it is not known here yet. */
  orderNumber: string | null;
}

/** What each entry of the list in the shop is about. */
export interface NoticeFacts {
  WELCOME: object;
  ORDER_PLACED: SomeOrder;
  ORDER_PAID: SomeOrder & { isFree: boolean };
  ORDER_SHIPPED: SomeOrder & { carrier: string; trackingNumber: string };
  ORDER_DELIVERED: SomeOrder;
  ORDER_CANCELLED: SomeOrder & { code: CancellationCode };
  PAYMENT_ACTION_REQUIRED: SomeOrder;
  PAYMENT_REFUNDED: SomeOrder & { amount: string };
}

/** Short words around the sentences. */
export interface Labels {
  /** The language that all of this is in: a BCP 47 tag. */
  language: string;
  footer: string;
  item: string;
  quantity: string;
  amount: string;
  subtotal: string;
  shipping: string;
  tax: string;
  taxIncluded: string;
  total: string;
  deliveryAddress: string;
  carrier: string;
  trackingNumber: string;
  refunded: string;
  reason: string;
  warehouse: string;
  available: string;
  threshold: string;
}

/** Everything that a language must have words for. */
export interface Words {
  labels: Labels;
  /** @param name null when it is not known. */
  greeting(name: string | null): string;
  mails: { [Template in MessageTemplate]: (facts: MailFacts[Template]) => MailWords };
  notices: { [Template in CustomerTemplate]: (facts: NoticeFacts[Template]) => Notice };
}
