import type { Work } from '../state/work.js';
import type { PaymentIntent } from './payment-intent.js';
import { presentPaymentIntent } from './present-payment-intent.js';

/** Keeps an intent and tells what happened to it. */
export function saveIntent(work: Work, intent: PaymentIntent, eventType: string): PaymentIntent {
  work.put('intents', intent);
  work.emit(eventType, presentPaymentIntent(work, intent));
  return intent;
}
