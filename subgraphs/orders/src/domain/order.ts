import { AggregateRoot, Money, newId } from '@souk/kit/domain';
import type { Buyer } from './buyer.js';
import type { Cancellation } from './cancellation.js';
import { InvalidStateTransitionError } from './order.errors.js';
import { type OrderLine, toOrderLine } from './order-line.js';
import { type OrderStatus, orderTransitions } from './order-status.js';
import { type Occurrence, OrderStatusChange } from './order-status-change.js';
import { type PaymentChoice, paymentFor } from './payment-choice.js';
import { mustAddUp, type Quote } from './quote.js';
import type { ShippingAddress } from './shipping-address.js';

/** What an order is made of; its parts have been checked. */
export interface OrderDraft {
  orderNumber: string;
  buyer: Buyer;
  quote: Quote;
  shippingAddress: ShippingAddress;
  /** Null when none was chosen. */
  payment: PaymentChoice | null;
}

/** What can happen to an order. */
export type OrderEvent =
  | { type: 'OrderPlaced' }
  | { type: 'OrderStatusChanged'; change: OrderStatusChange }
  | { type: 'OrderPaymentRequested'; payment: PaymentChoice; payBy: Date }
  | { type: 'OrderConfirmationRequested' }
  | { type: 'OrderConfirmed' }
  | { type: 'OrderPaid' }
  | { type: 'OrderShipped' }
  | { type: 'OrderDelivered' }
  | { type: 'OrderCompleted' }
  | { type: 'OrderCancelled'; cancellation: Cancellation; attempt: number };

/** What somebody has bought, at which prices, and how far it has come. */
export class Order extends AggregateRoot<OrderEvent> {
  private _status: OrderStatus = 'PENDING';
  /** How many rows its history has. */
  sequence = 0;
  cancellation: Cancellation | null = null;
  readonly orderNumber: string;
  /** The customer's id, or the guest's. */
  readonly customerId: string;
  readonly isGuest: boolean;
  readonly contactEmail: string | null;
  readonly locale: string;
  readonly quoteId: string;
  readonly channelId: string;
  readonly currency: string;
  readonly lines: readonly OrderLine[];
  readonly subtotalMinor: number;
  readonly shippingMinor: number;
  readonly taxMinor: number;
  readonly totalMinor: number;
  readonly pricesIncludeTax: boolean;
  readonly weightGrams: number;
  readonly shippingMethodCode: string;
  readonly shippingMethodName: string;
  readonly shippingAddress: ShippingAddress;
  /** Null when there is nothing to pay. */
  readonly payment: PaymentChoice | null;
  private unsavedHistory?: OrderStatusChange[];

  /** Use {@link Order.place}; public only because the object-relational mapper needs it. */
  constructor(
    readonly id: string,
    { orderNumber, buyer, quote, shippingAddress, payment }: OrderDraft,
    readonly placedAt: Date,
  ) {
    super();
    this.orderNumber = orderNumber;
    this.customerId = buyer.customerId;
    this.isGuest = buyer.isGuest;
    this.contactEmail = buyer.contactEmail;
    this.locale = buyer.locale;
    this.quoteId = quote.quoteId;
    this.channelId = quote.channelId;
    this.currency = quote.currency;
    this.lines = quote.lines.map(toOrderLine);
    this.subtotalMinor = quote.subtotal.amountMinor;
    this.shippingMinor = quote.shipping.price.amountMinor;
    this.taxMinor = quote.taxTotal.amountMinor;
    this.totalMinor = quote.total.amountMinor;
    this.pricesIncludeTax = quote.pricesIncludeTax;
    this.weightGrams = quote.weightGrams;
    this.shippingMethodCode = quote.shipping.methodCode;
    this.shippingMethodName = quote.shipping.name;
    this.shippingAddress = shippingAddress;
    this.payment = payment;
  }

  /**
   * @throws {PaymentRequiredError} when there is something to pay and no payment was chosen.
   * @throws {Error} when the quote's amounts do not add up.
   */
  static place(draft: OrderDraft, now: Date): Order {
    mustAddUp(draft.quote);
    const payment = paymentFor(draft.quote.total, draft.payment);
    const order = new Order(newId(), { ...draft, payment }, now);
    order.enter('PENDING', null, { at: now, causeEventId: null });
    order.record({ type: 'OrderPlaced' });
    return order;
  }

  get status(): OrderStatus {
    return this._status;
  }

  get total(): Money {
    return Money.of(this.totalMinor, this.currency);
  }

  /** Whether there is nothing to pay. */
  get isFree(): boolean {
    return this.total.isZero;
  }

  /**
   * @param payBy when the money must be held at the latest.
   * @throws {InvalidStateTransitionError} unless it is PENDING and there is something to pay.
   */
  requestPayment(payBy: Date): void {
    this.mustBe('PENDING', 'ask for its money');
    if (!this.payment) throw new InvalidStateTransitionError(this.status, 'ask for money: it is free');
    this.record({ type: 'OrderPaymentRequested', payment: this.payment, payBy });
  }

  /** @throws {InvalidStateTransitionError} unless PENDING. */
  requestConfirmation(): void {
    this.mustBe('PENDING', 'ask for its stock');
    this.record({ type: 'OrderConfirmationRequested' });
  }

  /** Stock and money are held for good. @throws {InvalidStateTransitionError} */
  confirm(occurrence: Occurrence): void {
    this.moveTo('CONFIRMED', occurrence);
    this.record({ type: 'OrderConfirmed' });
  }

  /** The money was taken, if there was any. @throws {InvalidStateTransitionError} */
  pay(occurrence: Occurrence): void {
    this.moveTo('PAID', occurrence);
    this.record({ type: 'OrderPaid' });
  }

  /** The carrier has the parcel. @throws {InvalidStateTransitionError} */
  ship(occurrence: Occurrence): void {
    this.moveTo('SHIPPED', occurrence);
    this.record({ type: 'OrderShipped' });
  }

  /** The parcel has arrived. @throws {InvalidStateTransitionError} */
  deliver(occurrence: Occurrence): void {
    this.moveTo('DELIVERED', occurrence);
    this.record({ type: 'OrderDelivered' });
  }

  /** @throws {InvalidStateTransitionError} */
  complete(occurrence: Occurrence): void {
    this.moveTo('COMPLETED', occurrence);
    this.record({ type: 'OrderCompleted' });
  }

  /** Whoever holds something for the order is to let go. @throws {InvalidStateTransitionError} */
  cancel(cancellation: Cancellation, occurrence: Occurrence): void {
    this.moveTo('CANCELLED', occurrence);
    this.cancellation = cancellation;
    this.record({ type: 'OrderCancelled', cancellation, attempt: 1 });
  }

  /** Tells of the cancellation again, because somebody still holds something. @throws {InvalidStateTransitionError} */
  repeatCancellation(attempt: number): void {
    if (!this.cancellation) throw new InvalidStateTransitionError(this.status, 'repeat its cancellation');
    this.record({ type: 'OrderCancelled', cancellation: this.cancellation, attempt });
  }

  /** @throws {InvalidStateTransitionError} when the order cannot become `next`. */
  mustAllow(next: OrderStatus): void {
    if (!orderTransitions[this.status].includes(next)) {
      throw new InvalidStateTransitionError(this.status, `become ${next}`);
    }
  }

  /** The rows that its changes add to its history, once: they are saved with the order, or the database refuses both. */
  takeHistory(): OrderStatusChange[] {
    const rows = this.unsavedHistory ?? [];
    this.unsavedHistory = [];
    return rows;
  }

  private moveTo(next: OrderStatus, occurrence: Occurrence): void {
    this.mustAllow(next);
    this.enter(next, this.status, occurrence);
  }

  private enter(next: OrderStatus, from: OrderStatus | null, { at, causeEventId }: Occurrence): void {
    this._status = next;
    this.sequence += 1;
    const change = new OrderStatusChange(this.id, this.sequence, from, next, causeEventId, at);
    this.unsavedHistory = [...(this.unsavedHistory ?? []), change];
    this.record({ type: 'OrderStatusChanged', change });
  }

  private mustBe(status: OrderStatus, wish: string): void {
    if (this.status !== status) throw new InvalidStateTransitionError(this.status, wish);
  }
}
