import { findOutcome, idempotently, type Outcome } from '@souk/kit/persistence';
import { askStopShipment } from '@souk/schema/questions/shipping';
import { InvalidStateTransitionError, OrderNotFoundError } from '../domain/order.errors.js';
import { Order } from '../domain/order.js';
import { lockCheckout } from '../persistence/checkout-store.js';
import type { OrdersWork } from './orders-work.js';
import type { OrderReceipt } from './place-order.js';

/** What somebody asks for who cancels. */
export interface CancelOrder {
  idempotencyKey: string;
  orderId: string;
  canceller: {
    id: string;
    /** Whose orders are the canceller's own. */
    ownerIds: string[];
    mayCancelAll: boolean;
  };
}

/** The order was paid after it had been looked at: shipping must be asked first. */
class PaidMeanwhileError extends Error {}

/**
 * Cancels an order at once; the checkout process has stock and money let go. Publishes `orders.order.cancelled.v1`. Of a
 * PAID order the parcel is stopped first: what the carrier has cannot be cancelled.
 * @throws {OrderNotFoundError} when it is absent or somebody else's. @throws {InvalidStateTransitionError}
 */
export async function cancelOrder(work: OrdersWork, request: CancelOrder): Promise<Outcome<OrderReceipt>> {
  const { orderId, canceller } = request;
  const wish = { owner: canceller.id, operation: 'cancelOrder', key: request.idempotencyKey, request: { orderId } };
  // NOTE: first the order, then the outcome: who sees the order cancelled by this very wish sees its receipt as well.
  const order = await findCancellable(work, request);
  const known = await findOutcome<OrderReceipt>(work.em, wish);
  if (known) return known;
  order.mustAllow('CANCELLED');
  const code = canceller.ownerIds.includes(order.customerId) ? 'BY_CUSTOMER' : 'BY_STAFF';
  const isStopped = order.status === 'PAID';
  if (isStopped) await stopShipment(work, order, code);
  try {
    return await idempotently(work.em, wish, (em) => cancelLocked({ ...work, em }, { orderId, code, isStopped }));
  } catch (error) {
    if (error instanceof PaidMeanwhileError) return cancelOrder(work, request);
    throw error;
  }
}

/** Decides anew on the order as it is now, with nobody else at it. */
async function cancelLocked(
  { em, now, checkout }: OrdersWork,
  { orderId, code, isStopped }: { orderId: string; code: 'BY_CUSTOMER' | 'BY_STAFF'; isStopped: boolean },
): Promise<OrderReceipt> {
  await lockCheckout(em, orderId);
  const order = await em.findOneOrFail(Order, { id: orderId });
  // NOTE: shipping's own word of the stopped parcel may have cancelled the order a moment ago.
  if (isStopped && order.status === 'CANCELLED') return { orderId };
  order.mustAllow('CANCELLED');
  if (order.status === 'PAID' && !isStopped) throw new PaidMeanwhileError();
  await checkout.advance(em, orderId, { type: 'CancellationRequested', code }, { at: now(), causeEventId: null });
  return { orderId };
}

async function findCancellable({ em }: OrdersWork, { orderId, canceller }: CancelOrder): Promise<Order> {
  const { mayCancelAll, ownerIds } = canceller;
  const order = await em
    .fork()
    .findOne(Order, { id: orderId, ...(!mayCancelAll && { customerId: { $in: ownerIds } }) });
  if (!order) throw new OrderNotFoundError();
  return order;
}

async function stopShipment({ ask }: OrdersWork, order: Order, code: 'BY_CUSTOMER' | 'BY_STAFF'): Promise<void> {
  const { stopped } = await ask(askStopShipment, { orderId: order.id, code });
  if (!stopped) throw new InvalidStateTransitionError(order.status, 'be cancelled: the carrier has the parcel');
}
