import type { Words } from '../words.js';
import { reasonFor } from './reason-for.js';

export const notices: Words['notices'] = {
  WELCOME: () => ({
    title: 'Welcome to Souk',
    body: 'Your account is open. What happens to your orders will be told here.',
  }),
  ORDER_PLACED: (order) => ({ title: 'Order received', body: `We have received ${named(order)}.` }),
  ORDER_PAID: (order) =>
    order.isFree
      ? { title: 'Order confirmed', body: `We have confirmed ${named(order)}. There is nothing to pay.` }
      : { title: 'Payment received', body: `We have received the payment for ${named(order)}.` },
  ORDER_SHIPPED: (order) => ({
    title: 'On its way',
    body: `A parcel of ${named(order)} is on its way with ${order.carrier}, tracking number ${order.trackingNumber}.`,
  }),
  ORDER_DELIVERED: (order) => ({ title: 'Delivered', body: `The parcel of ${named(order)} has arrived.` }),
  ORDER_CANCELLED: (order) => ({
    title: 'Order cancelled',
    body: `We have cancelled ${named(order)}: ${reasonFor(order.code)}`,
  }),
  PAYMENT_ACTION_REQUIRED: (order) => ({
    title: 'Approve your payment',
    body: `Your bank wants you to approve the payment for ${named(order)}.`,
  }),
  PAYMENT_REFUNDED: (order) => ({
    title: 'Refund',
    body: `We have given back ${order.amount} for ${named(order)}.`,
  }),
};

function named({ orderNumber }: { orderNumber: string | null }): string {
  return orderNumber ? `your order ${orderNumber}` : 'your order';
}
