import type { EventHandler } from '@souk/kit/messaging';
import { onOrderCancelled } from './on-order-cancelled.js';
import { onOrderConfirmed } from './on-order-confirmed.js';
import { onOrderPaymentRequested } from './on-order-payment-requested.js';

/** What payments does when something happened to an order. */
export const handlers: readonly EventHandler[] = [onOrderPaymentRequested, onOrderConfirmed, onOrderCancelled];
