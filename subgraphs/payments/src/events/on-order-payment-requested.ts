import { Money } from '@souk/kit/domain';
import { type EventHandler, onEvent } from '@souk/kit/messaging';
import { orderPaymentRequestedV1 } from '@souk/schema/events/orders';
import { requestPayment } from '../use-cases/request-payment.js';

/** Begins the payment of an order. @param offered the names of the providers that are offered. */
export function onOrderPaymentRequested(offered: ReadonlySet<string>): EventHandler {
  return onEvent(orderPaymentRequestedV1, ({ data }, { em, now }) => {
    const { orderId, customerId, paymentToken } = data;
    const provider = data.provider.toLowerCase();
    const amount = Money.of(data.amount.amountMinor, data.amount.currency);
    const draft = { orderId, customerId, provider, paymentToken, amount, payBy: new Date(data.payBy) };
    return requestPayment(em, draft, { isOffered: offered.has(provider), now: now() });
  });
}
