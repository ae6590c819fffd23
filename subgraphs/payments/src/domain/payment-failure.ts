export const failureCodes = ['PAYMENT_DECLINED', 'PAYMENT_EXPIRED', 'CAPTURE_FAILED'] as const;

/** Why there is no money, as the customer may be told. */
export interface PaymentFailure {
  code: (typeof failureCodes)[number];
  message: string;
}
