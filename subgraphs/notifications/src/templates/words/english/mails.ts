import type { Words } from '../words.js';
import { reasonFor } from './reason-for.js';

const viewOrder = 'View your order';
const moneyBack =
  'Money that was only held is let go. If any was taken, it is given back, and we write again when that is done.';

export const mails: Words['mails'] = {
  WELCOME: () => ({
    subject: 'Welcome to Souk',
    heading: 'Welcome to Souk',
    paragraphs: [
      'Your account is open. From now on your orders, your addresses and your messages are in one place.',
      'If you did not open it, somebody else used your address; you need not do anything.',
    ],
    action: 'Visit the shop',
  }),
  ORDER_PLACED: ({ orderNumber, isFree }) => ({
    subject: `We have received your order ${orderNumber}`,
    heading: 'Thank you for your order',
    paragraphs: [
      `We have received your order ${orderNumber}. We are setting the goods aside ${isFree ? '' : 'and asking for the payment '}now, and write again when that is done.`,
    ],
    action: viewOrder,
  }),
  ORDER_PAID: ({ orderNumber, total, isFree }) => ({
    subject: isFree ? `Your order ${orderNumber} is confirmed` : `Payment received for your order ${orderNumber}`,
    heading: isFree ? 'Your order is confirmed' : 'Your payment has arrived',
    paragraphs: [
      `${isFree ? 'There is nothing to pay' : `We have received ${total}`} for your order ${orderNumber}. We are packing it now and write again when it is on its way.`,
    ],
    action: viewOrder,
  }),
  ORDER_SHIPPED: ({ orderNumber, carrier }) => ({
    subject: `Your order ${orderNumber} is on its way`,
    heading: 'Your parcel is on its way',
    paragraphs: [`We have handed a parcel of your order ${orderNumber} to ${carrier}.`],
    action: viewOrder,
  }),
  ORDER_DELIVERED: ({ orderNumber }) => ({
    subject: `Your order ${orderNumber} has been delivered`,
    heading: 'Your parcel has arrived',
    paragraphs: [
      `Your order ${orderNumber} has been delivered. We hope you like it. If something is not right, open your order to tell us.`,
    ],
    action: viewOrder,
  }),
  ORDER_CANCELLED: ({ orderNumber, code, isFree }) => ({
    subject: `Your order ${orderNumber} was cancelled`,
    heading: 'Your order was cancelled',
    paragraphs: [`Your order ${orderNumber} was cancelled: ${reasonFor(code)}`, ...(isFree ? [] : [moneyBack])],
    action: viewOrder,
  }),
  PAYMENT_ACTION_REQUIRED: ({ orderNumber }) => ({
    subject: `Please approve the payment for your order ${orderNumber}`,
    heading: 'Your bank asks for your approval',
    paragraphs: [
      `Before your order ${orderNumber} can go on, your bank wants you to approve the payment. Please open your order and follow the steps there soon: without it the order is cancelled. If you have approved it already, everything is done.`,
    ],
    action: 'Approve the payment',
  }),
  PAYMENT_REFUNDED: ({ orderNumber, amount, isFull }) => ({
    subject: `Refund for your order ${orderNumber}`,
    heading: 'Your refund is on its way',
    paragraphs: [
      `We have given back ${amount} for your order ${orderNumber}. ${isFull ? 'With this, all that you paid for it has been given back. ' : ''}It goes the way on which you paid; banks may take a few days.`,
    ],
    action: viewOrder,
  }),
  STOCK_LOW: ({ item, warehouseCode, available }) => ({
    subject: `Low stock: ${item} in ${warehouseCode}`,
    heading: 'Stock runs out',
    paragraphs: [
      `${item} has fallen to its alarm threshold in warehouse ${warehouseCode}: ${available === 1 ? '1 unit is' : `${available} units are`} left to be sold.`,
    ],
    action: null,
  }),
};
