/** What the customer must do before the money is held (3-D Secure). */
export interface NextAction {
  /** Lets the customer's browser go on with exactly this payment. */
  clientSecret: string;
  /** Where to send the customer, when the provider has a page for it. */
  redirectUrl: string | null;
}

/** What a provider says of a payment, whether it was asked, looked up or told us by itself. */
export type ProviderReport =
  | { status: 'PROCESSING'; reference: string }
  | { status: 'ACTION_REQUIRED'; reference: string; nextAction: NextAction }
  | { status: 'AUTHORIZED'; reference: string; authorizedMinor: number }
  | { status: 'CAPTURED'; reference: string; authorizedMinor: number; capturedMinor: number }
  /** `reference` is null when the provider has not even begun: nothing is open there. */
  | { status: 'DECLINED'; reference: string | null; code: string; message: string }
  /** `authorizedMinor`: what had been held until then; null when the report does not say. */
  | { status: 'CANCELLED'; reference: string; authorizedMinor: number | null };

/** What a provider says of a refund. */
export type RefundReport =
  | { status: 'PENDING'; reference: string; amountMinor: number }
  | { status: 'SUCCEEDED'; reference: string; amountMinor: number }
  | { status: 'FAILED'; message: string };

/** What a provider tells us by itself, in a webhook; `paymentId` and `refundId` are ours, where it knows them. */
export type ProviderWebhook =
  | { kind: 'PAYMENT'; paymentId: string | null; reference: string; report: ProviderReport }
  | { kind: 'REFUND'; refundId: string | null; reference: string; report: RefundReport };

/** A payment as a provider keeps it. */
export interface ProviderPayment {
  /** Ours, where the provider was told it. */
  paymentId: string | null;
  reference: string;
  amountMinor: number;
  currency: string;
  createdAt: Date;
  report: ProviderReport;
}

/** A refund as a provider keeps it. */
export interface ProviderRefund {
  /** Ours, where the provider was told it: what was given back at the provider itself has none. */
  refundId: string | null;
  reference: string;
  /** Of which payment, by the provider's name for it. */
  paymentReference: string;
  amountMinor: number;
  currency: string;
  createdAt: Date;
  report: RefundReport;
}
