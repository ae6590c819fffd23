import { Money } from '@souk/kit/domain';
import { onEvent } from '@souk/kit/messaging';
import { orderPaymentRequestedV1 } from '@souk/schema/events/orders';
import type { PaymentsHandlerContext } from '../context.js';
import { requestPayment } from '../use-cases/request-payment.js';

/** Begins the payment of an order. */
export const onOrderPaymentRequested = onEvent(
  orderPaymentRequestedV1,
  ({ data }, { em, now, offeredProviders }: PaymentsHandlerContext) => {
    const { orderId, customerId, paymentToken } = data;
    const provider = data.provider.toLowerCase();
    const amount = Money.of(data.amount.amountMinor, data.amount.currency);
    const draft = { orderId, customerId, provider, paymentToken, amount, payBy: new Date(data.payBy) };
    return requestPayment(em, draft, { isOffered: offeredProviders.has(provider), now: now() });
  },
);
