import type { EventMessage } from '@souk/kit/contracts';
import { newId } from '@souk/kit/domain';
import { orderCancelledV1, orderConfirmedV1, orderPaymentRequestedV1 } from '@souk/schema/events/orders';
import type { TestPayments } from '../start-test-payments.js';

export interface TestOrder {
  id: string;
  customerId: string;
  /** Orders asks for the money. */
  requestPayment(more?: Partial<PaymentWish>): Promise<EnvelopeOf>;
  confirm(totalMinor?: number): Promise<EnvelopeOf>;
  cancel(attempt?: number): Promise<EnvelopeOf>;
}

type EnvelopeOf = Awaited<ReturnType<TestPayments['tell']>>;

interface PaymentWish {
  amountMinor: number;
  currency: string;
  provider: string;
  paymentToken: string;
  payBy: Date;
}

const tenMinutesMs = 10 * 60_000;

/** An order somewhere else, which tells payments what becomes of it. */
export function anOrder(payments: TestPayments): TestOrder {
  const [id, customerId] = [newId(), newId()];
  const order = { orderId: id, orderNumber: 'S-1', customerId };
  const tell = (message: EventMessage) => payments.tell(id, message);
  return {
    id,
    customerId,
    requestPayment: (more = {}) => {
      const { amountMinor = 4_200, currency = 'EUR', provider = 'stripe', paymentToken = 'pm_card_visa' } = more;
      const payBy = (more.payBy ?? new Date(Date.now() + tenMinutesMs)).toISOString();
      return tell(
        orderPaymentRequestedV1({ ...order, amount: { amountMinor, currency }, provider, paymentToken, payBy }),
      );
    },
    confirm: (totalMinor = 4_200) => {
      const lines = [{ variantId: newId(), quantity: 1 }];
      const total = { amountMinor: totalMinor, currency: 'EUR' };
      return tell(orderConfirmedV1({ ...order, quoteId: newId(), lines, total }));
    },
    cancel: (attempt = 1) => tell(orderCancelledV1({ ...order, code: 'BY_CUSTOMER', attempt })),
  };
}
