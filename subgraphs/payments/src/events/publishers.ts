import type { Publisher } from '@souk/kit/messaging';
import { Payment } from '../domain/payment.js';
import { publishPaymentEvent } from './publish-payment-event.js';

/** How what happened to payments becomes messages. */
export const publishers: readonly Publisher[] = [[Payment, publishPaymentEvent]];
