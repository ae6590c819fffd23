export const paymentStatuses = [
  'REQUESTED',
  'ACTION_REQUIRED',
  'AUTHORIZED',
  'CAPTURED',
  'PARTIALLY_REFUNDED',
  'REFUNDED',
  'FAILED',
  'VOIDED',
] as const;
export type PaymentStatus = (typeof paymentStatuses)[number];

/** From each status, the statuses a payment may move to. A status with none is final. */
export const paymentTransitions: Record<PaymentStatus, readonly PaymentStatus[]> = {
  REQUESTED: ['ACTION_REQUIRED', 'AUTHORIZED', 'FAILED', 'VOIDED'],
  ACTION_REQUIRED: ['AUTHORIZED', 'FAILED', 'VOIDED'],
  AUTHORIZED: ['CAPTURED', 'FAILED', 'VOIDED'],
  CAPTURED: ['PARTIALLY_REFUNDED', 'REFUNDED'],
  PARTIALLY_REFUNDED: ['PARTIALLY_REFUNDED', 'REFUNDED'],
  REFUNDED: [],
  FAILED: [],
  VOIDED: [],
};

export function mayMove(from: PaymentStatus, to: PaymentStatus): boolean {
  return paymentTransitions[from].includes(to);
}
