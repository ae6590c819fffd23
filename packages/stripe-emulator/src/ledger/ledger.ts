import type { Charge } from '../charges/charge.js';
import type { PaymentIntent } from '../payment-intents/payment-intent.js';
import type { Store } from '../state/store.js';

interface Amounts {
  authorized: number;
  captured: number;
  released: number;
  refunded: number;
}

export interface LedgerEntry extends Amounts {
  paymentIntent: string;
  status: PaymentIntent['status'];
  currency: string;
  metadata: Record<string, string>;
  declines: number;
}

const nothing: Amounts = { authorized: 0, captured: 0, released: 0, refunded: 0 };

/** What the outside world holds to be true: every intent's money, and the totals by currency. */
export function readLedger(store: Store): { intents: LedgerEntry[]; totals: Record<string, Amounts> } {
  const charges = chargesByIntent(store.all('charges'));
  const intents = store.all('intents').map((intent) => entryOf(intent, charges.get(intent.id) ?? []));
  const totals: Record<string, Amounts> = {};
  for (const entry of intents) totals[entry.currency] = sum(totals[entry.currency] ?? nothing, entry);
  return { intents, totals };
}

function chargesByIntent(charges: Charge[]): Map<string, Charge[]> {
  const byIntent = new Map<string, Charge[]>();
  for (const charge of charges) byIntent.set(charge.intentId, [...(byIntent.get(charge.intentId) ?? []), charge]);
  return byIntent;
}

function entryOf(intent: PaymentIntent, charges: Charge[]): LedgerEntry {
  const { id, status, currency, metadata } = intent;
  const declines = charges.filter((charge) => charge.decline !== null).length;
  return { paymentIntent: id, status, currency, metadata, declines, ...charges.map(amountsOf).reduce(sum, nothing) };
}

function amountsOf(charge: Charge): Amounts {
  if (charge.decline) return nothing;
  const { amount, amountCaptured, amountReleased, amountRefunded } = charge;
  return { authorized: amount, captured: amountCaptured, released: amountReleased, refunded: amountRefunded };
}

function sum(left: Amounts, right: Amounts): Amounts {
  return {
    authorized: left.authorized + right.authorized,
    captured: left.captured + right.captured,
    released: left.released + right.released,
    refunded: left.refunded + right.refunded,
  };
}
