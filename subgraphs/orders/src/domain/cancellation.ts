export const cancellationCodes = [
  'OUT_OF_STOCK',
  'PAYMENT_DECLINED',
  'PAYMENT_EXPIRED',
  'RESERVATION_EXPIRED',
  'BY_CUSTOMER',
  'BY_STAFF',
  'NOT_DELIVERABLE',
] as const;
export type CancellationCode = (typeof cancellationCodes)[number];

/** A line that could not be had. */
export interface Shortage {
  variantId: string;
  requested: number;
  available: number;
}

/** Why an order came to nothing. */
export interface Cancellation {
  code: CancellationCode;
  /** For people. */
  message: string;
  /** What was short; empty unless the code is OUT_OF_STOCK. */
  lines: readonly Shortage[];
}
