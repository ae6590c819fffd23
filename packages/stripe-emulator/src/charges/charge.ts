import type { Decline } from '../cards/test-cards.js';

/** One try to take money from a card: what it held, took, let go and gave back. */
export interface Charge {
  id: string;
  intentId: string;
  created: number;
  amount: number;
  currency: string;
  metadata: Record<string, string>;
  description: string | null;
  paymentMethodId: string;
  token: string;
  /** Present: the issuer said no, and nothing was held. */
  decline: Decline | null;
  captured: boolean;
  amountCaptured: number;
  /** Held and let go without ever being taken. */
  amountReleased: number;
  /** Taken and given back. */
  amountRefunded: number;
}

export function refundable(charge: Charge): number {
  return charge.amountCaptured - charge.amountRefunded;
}
