import type { EventHandler } from '@souk/kit/messaging';
import { onCustomerRegistered } from './on-customer-registered.js';
import { onOrderCancelled } from './on-order-cancelled.js';
import { onOrderDelivered } from './on-order-delivered.js';
import { onOrderPaid } from './on-order-paid.js';
import { onOrderPlaced } from './on-order-placed.js';
import { onPaymentActionRequired } from './on-payment-action-required.js';
import { onPaymentRefunded } from './on-payment-refunded.js';
import { onShipmentDispatched } from './on-shipment-dispatched.js';
import { onStockLevelLow } from './on-stock-level-low.js';

/** What people are told when something happened in another subgraph. */
export const handlers: readonly EventHandler[] = [
  onCustomerRegistered,
  onOrderPlaced,
  onOrderPaid,
  onShipmentDispatched,
  onOrderDelivered,
  onOrderCancelled,
  onPaymentActionRequired,
  onPaymentRefunded,
  onStockLevelLow,
];
