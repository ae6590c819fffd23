import type { SubgraphGraph } from '@souk/kit/graphql';
import { refusals } from '@souk/schema/refusals';
import { OrderResolver } from './order.resolver.js';
import { resolvePayment } from './payment.reference.js';
import { PaymentResolver } from './payment.resolver.js';
import { ReconciliationResolver } from './reconciliation.resolver.js';
import { RefundResolver } from './refund.resolver.js';

/** Payments' part of the graph. */
export const graph: SubgraphGraph = {
  resolvers: [OrderResolver, PaymentResolver, RefundResolver, ReconciliationResolver],
  references: {
    Order: ({ id }: { id: string }) => ({ id }),
    Payment: resolvePayment,
  },
  userErrorCodes: refusals('INVALID_AMOUNT', 'INVALID_STATE_TRANSITION', 'NOT_FOUND', 'REFUND_EXCEEDS_CAPTURED'),
};
