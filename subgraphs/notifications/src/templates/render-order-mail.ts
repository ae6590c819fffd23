import type { OrderContent } from '../domain/message-content.js';
import type { RenderedMail } from './layout/letter.js';
import { orderCancelled } from './order-cancelled.template.js';
import { orderDelivered } from './order-delivered.template.js';
import type { OrderLetterFacts } from './order-facts.js';
import { orderPaid } from './order-paid.template.js';
import { orderPlaced } from './order-placed.template.js';
import { orderShipped } from './order-shipped.template.js';
import { paymentActionRequired } from './payment-action-required.template.js';
import { paymentRefunded } from './payment-refunded.template.js';

/** The letter for a message about an order. */
export function renderOrderMail(content: OrderContent, letter: OrderLetterFacts): RenderedMail {
  switch (content.template) {
    case 'ORDER_PLACED':
      return orderPlaced(letter);
    case 'ORDER_PAID':
      return orderPaid(letter);
    case 'ORDER_SHIPPED':
      return orderShipped(letter, content);
    case 'ORDER_DELIVERED':
      return orderDelivered(letter);
    case 'ORDER_CANCELLED':
      return orderCancelled(letter, content);
    case 'PAYMENT_ACTION_REQUIRED':
      return paymentActionRequired(letter);
    case 'PAYMENT_REFUNDED':
      return paymentRefunded(letter, content);
  }
}
