import { breaksUnique, findOutcome, type IdempotentRequest, idempotently, type Outcome } from '@souk/kit/persistence';
import { type Buyer, toReachable } from '../domain/buyer.js';
import { AlreadyOrderedError } from '../domain/order.errors.js';
import { Order, type OrderDraft } from '../domain/order.js';
import { mustBeToken, type PaymentChoice } from '../domain/payment-choice.js';
import { mustBeAddress, type ShippingAddress } from '../domain/shipping-address.js';
import { freezeQuote } from './freeze-quote.js';
import type { OrdersWork } from './orders-work.js';

/** What somebody asks for who orders. */
export interface PlaceOrder {
  idempotencyKey: string;
  quoteId: string;
  buyer: Buyer;
  /** Whose quotes the buyer may use: their own, and the guest's they were before. */
  ownerIds: string[];
  shippingAddress: ShippingAddress;
  /** Null when none was chosen. */
  payment: PaymentChoice | null;
}

/** What is kept of a placement, for who asks again. */
export interface OrderReceipt {
  orderId: string;
}

/**
 * Turns a quote into an order that is durably PENDING; the checkout process does the rest. Publishes
 * `orders.order.placed.v1`. Once per idempotency key, and once per quote while the order lives.
 * @throws {DomainError} for a bad address, e-mail or token, for a quote that cannot be ordered, for one that has been, and
 * where something is to be paid and no payment was chosen. @throws {PublicError} SERVICE_UNAVAILABLE when too much waits.
 */
export async function placeOrder(work: OrdersWork, request: PlaceOrder): Promise<Outcome<OrderReceipt>> {
  const { idempotencyKey, ownerIds, ...content } = request;
  const wish = { owner: request.buyer.customerId, operation: 'placeOrder', key: idempotencyKey, request: content };
  const known = await findOutcome<OrderReceipt>(work.em, wish);
  if (known) return known;
  work.mustTakeOrders();
  const { quoteId, shippingAddress, payment } = request;
  const buyer = toReachable(request.buyer);
  mustBeAddress(shippingAddress);
  if (payment) mustBeToken(payment.token);
  const quote = await freezeQuote(work.ask, { quoteId, ownerIds, shippingAddress });
  return save(work, wish, { buyer, quote, shippingAddress, payment });
}

async function save(
  work: OrdersWork,
  wish: IdempotentRequest,
  draft: Omit<OrderDraft, 'orderNumber'>,
): Promise<Outcome<OrderReceipt>> {
  const orderNumber = work.newOrderNumber();
  try {
    return await idempotently(work.em, wish, async (em) => {
      const order = Order.place({ ...draft, orderNumber }, work.now());
      await em.persist([order, ...order.takeHistory()]).flush();
      await work.checkout.begin(em, order);
      return { orderId: order.id };
    });
  } catch (error) {
    if (breaksUnique(error, 'orders_live_quote')) throw new AlreadyOrderedError();
    if (breaksUnique(error, 'orders_order_number_key')) return save(work, wish, draft);
    throw error;
  }
}
