import type { Labels } from '../words.js';

export const labels: Labels = {
  language: 'en',
  footer: 'Souk sent this message automatically. Answers to it are not read.',
  item: 'Item',
  quantity: 'Quantity',
  amount: 'Amount',
  subtotal: 'Subtotal',
  shipping: 'Shipping',
  tax: 'Tax',
  taxIncluded: 'Tax included',
  total: 'Total',
  deliveryAddress: 'Delivery address',
  carrier: 'Carrier',
  trackingNumber: 'Tracking number',
  refunded: 'Refunded',
  reason: 'Reason',
  warehouse: 'Warehouse',
  available: 'Available',
  threshold: 'Alarm at',
};
