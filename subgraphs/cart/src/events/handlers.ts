import type { EventHandler } from '@souk/kit/messaging';
import { onOrderConfirmed } from './on-order-confirmed.js';

/** What cart does when something happened to an order. */
export const handlers: readonly EventHandler[] = [onOrderConfirmed];
