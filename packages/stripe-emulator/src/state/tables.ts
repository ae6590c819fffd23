import type { Charge } from '../charges/charge.js';
import type { EmittedEvent } from '../events/emitted-event.js';
import type { SavedAnswer } from '../idempotency/saved-answer.js';
import type { PaymentIntent } from '../payment-intents/payment-intent.js';
import type { Refund } from '../refunds/refund.js';
import type { Delivery } from '../webhooks/delivery.js';

/** What the emulator remembers, by table. */
export interface Tables {
  intents: PaymentIntent;
  charges: Charge;
  refunds: Refund;
  events: EmittedEvent;
  answers: SavedAnswer;
  deliveries: Delivery;
}

export type TableName = keyof Tables;

export const tableNames: readonly TableName[] = ['intents', 'charges', 'refunds', 'events', 'answers', 'deliveries'];

/** One row put into a table, or taken out of it when the value is null. */
export type Change = {
  [Name in TableName]: { table: Name; id: string; value: Tables[Name] | null };
}[TableName];
