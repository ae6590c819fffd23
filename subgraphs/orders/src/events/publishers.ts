import type { Publisher } from '@souk/kit/messaging';
import { Order } from '../domain/order.js';
import { keepOrderEvent } from './keep-order-event.js';
import { publishOrderEvent } from './publish-order-event.js';

/** How what happened to orders becomes messages, and is kept. */
export const publishers: readonly Publisher[] = [[Order, publishOrderEvent, keepOrderEvent]];
