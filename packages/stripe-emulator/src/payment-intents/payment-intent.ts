export const intentStatuses = [
  'requires_payment_method',
  'requires_confirmation',
  'requires_action',
  'requires_capture',
  'succeeded',
  'canceled',
] as const;
export type IntentStatus = (typeof intentStatuses)[number];

export const captureMethods = ['automatic', 'automatic_async', 'manual'] as const;

/** A test card as it was given to one intent: an id of its own, and the token that says what will happen. */
export interface PaymentMethod {
  id: string;
  token: string;
}

export interface AutomaticPaymentMethods {
  enabled: boolean;
  allow_redirects: 'always' | 'never';
}

/** What went wrong with the latest attempt, as Stripe words it. */
export interface PaymentError {
  type: 'card_error' | 'invalid_request_error';
  code: string;
  decline_code?: string;
  message: string;
  charge?: string;
  payment_method: object;
}

export interface PaymentIntent {
  id: string;
  created: number;
  /** In the currency's smallest unit, like every amount here. */
  amount: number;
  amountReceived: number;
  currency: string;
  status: IntentStatus;
  captureMethod: (typeof captureMethods)[number];
  clientSecret: string;
  metadata: Record<string, string>;
  description: string | null;
  receiptEmail: string | null;
  statementDescriptorSuffix: string | null;
  /** The only types it may be paid with; null: all that are emulated. */
  allowedTypes: 'card'[] | null;
  automaticPaymentMethods: AutomaticPaymentMethods | null;
  returnUrl: string | null;
  paymentMethod: PaymentMethod | null;
  latestChargeId: string | null;
  lastPaymentError: PaymentError | null;
  canceledAt: number | null;
  cancellationReason: string | null;
}

export function amountCapturable(intent: PaymentIntent): number {
  return intent.status === 'requires_capture' ? intent.amount : 0;
}
