export const refundReasons = ['duplicate', 'fraudulent', 'requested_by_customer'] as const;

export interface Refund {
  id: string;
  created: number;
  chargeId: string;
  intentId: string;
  amount: number;
  currency: string;
  reason: (typeof refundReasons)[number] | null;
  metadata: Record<string, string>;
}
