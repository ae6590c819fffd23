import type { PaymentsContext } from '../context.js';
import { paymentById } from '../persistence/find-payments.js';
import { type PaymentType, toPaymentType } from './payment.type.js';

/** The payment another subgraph refers to; null when absent or not the caller's to see. */
export async function resolvePayment({ id }: { id: string }, context: PaymentsContext): Promise<PaymentType | null> {
  const payment = await paymentById(context).load(id);
  return payment && toPaymentType(payment);
}
