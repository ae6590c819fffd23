import type { Money } from '@souk/kit/domain';

/** What a payment begins with. */
export interface PaymentDraft {
  orderId: string;
  customerId: string;
  provider: string;
  /** The provider's token of a payment method; never card data. */
  paymentToken: string;
  amount: Money;
  /** When the money must be held at the latest. */
  payBy: Date;
}
