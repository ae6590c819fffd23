import type { MovementKind } from './ledger.js';
import type { Payment } from './payment.js';
import type { ProviderPayment, ProviderRefund } from './provider-report.js';
import type { Refund } from './refund.js';

/** What a provider keeps of a payment. */
export interface ProviderBooks {
  payment: ProviderPayment;
  /** Null where they were not asked for. */
  refunds: readonly ProviderRefund[] | null;
}

/** What we keep of a payment. */
export interface OurBooks {
  payment: Payment;
  refunds: readonly Refund[];
  /** The sum of each kind of movement in the ledger. */
  ledger: Record<MovementKind, number>;
}
