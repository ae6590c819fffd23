import type { EventHandler } from '@souk/kit/messaging';
import { onOrderCancelled } from './on-order-cancelled.js';
import { onOrderPaid } from './on-order-paid.js';

/** What shipping does when something happened to an order. */
export const handlers: readonly EventHandler[] = [onOrderPaid, onOrderCancelled];
