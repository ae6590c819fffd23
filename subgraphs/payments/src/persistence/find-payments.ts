import { isId } from '@souk/kit/domain';
import { defineLoader, groupBy, indexBy } from '@souk/kit/graphql';
import { ownerIdsOf } from '@souk/kit/identity';
import type { PaymentsContext } from '../context.js';
import { Payment } from '../domain/payment.js';
import { Refund } from '../domain/refund.js';

/** Payments by id: those of the caller's own orders, of the order they hold the link to, and all for who may read them. */
export const paymentById = defineLoader(async (ids, context: PaymentsContext) => {
  const found = await context.em.find(Payment, { $and: [{ id: { $in: ids.filter(isId) } }, visibleTo(context)] });
  return indexBy(found, (payment) => payment.id);
});

/** The same payments by the order they are for. */
export const paymentByOrderId = defineLoader(async (orderIds, context: PaymentsContext) => {
  const found = await context.em.find(Payment, {
    $and: [{ orderId: { $in: orderIds.filter(isId) } }, visibleTo(context)],
  });
  return indexBy(found, (payment) => payment.orderId);
});

/** The refunds of payments that the caller may see, oldest first. */
export const refundsByPaymentId = defineLoader(async (paymentIds, { em }: PaymentsContext) => {
  const found = await em.find(
    Refund,
    { paymentId: { $in: [...paymentIds] } },
    { orderBy: { requestedAt: 'asc', id: 'asc' } },
  );
  return groupBy(found, (refund) => refund.paymentId);
});

function visibleTo({ caller }: PaymentsContext) {
  if (caller.scopes.includes('payments:read')) return {};
  const own = { customerId: { $in: ownerIdsOf(caller) } };
  return caller.orderId ? { $or: [own, { orderId: caller.orderId }] } : own;
}
